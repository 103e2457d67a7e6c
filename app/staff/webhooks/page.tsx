import { posted } from '@/app/_server/request'
import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import { toldApart } from '@/lib/campaigns/chosen-campaign'
import { listCampaigns } from '@/lib/campaigns/list'
import { grouped } from '@/lib/kernel/text'
import { listWebhooks, type Webhook } from '@/lib/webhooks/staff/list'
import { Add } from './add'
import { form } from './form'
import { Help } from './help'
import { endWords, toldWords } from './words'

export const metadata = { title: 'Webhooks' }

export default staffPage(
  {
    verb: 'webhooks.see',
    at: '/staff/webhooks',
    title: 'Webhooks',
    lead: 'Tell a system of yours, such as your mailing list, of each supporter who gets updates and has confirmed, and of each who leaves.',
  },
  async ({ ctx }, { done }) => {
    const left = posted(form)
    const [webhooks, campaigns] = await Promise.all([listWebhooks(ctx), listCampaigns(ctx)])
    return (
      <>
        <div className="max-w-[46rem] empty:hidden">
          <ErrorSummary faults={left?.faults ?? []} />
          {!left && done === 'removed' && <Removed />}
        </div>
        {webhooks.length > 0 ? (
          <Webhooks webhooks={webhooks} />
        ) : (
          <p className="max-w-measure">There is none yet: nothing about any supporter is passed on.</p>
        )}
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
          <Add left={left} campaigns={toldApart(campaigns)} />
          <Part id="help" heading="What the receiver does">
            <Help />
          </Part>
        </div>
      </>
    )
  },
)

function Removed() {
  return (
    <Notice look="done" heading="Removed">
      <p>Nothing more is sent there. Who leaves from now on has to be deleted there by hand.</p>
    </Notice>
  )
}

function Webhooks({ webhooks }: { webhooks: Webhook[] }) {
  return (
    <Table
      caption="The webhooks"
      captionHidden
      columns={['Address', 'State', 'Last attempt', 'Waiting', 'Campaign', 'Told'].map((label) => ({
        label,
        numeric: label === 'Waiting',
      }))}
      rows={webhooks.map((webhook) => ({
        key: webhook.id,
        cells: [
          <a
            key="address"
            className="link block min-w-36 font-semibold [overflow-wrap:anywhere]"
            href={`/staff/webhooks/${webhook.id}`}
          >
            {webhook.host}
          </a>,
          <State key="state" webhook={webhook} />,
          <Last key="last" last={webhook.last} />,
          grouped(webhook.waiting),
          webhook.campaign ?? 'all',
          toldWords(webhook.events),
        ],
      }))}
    />
  )
}

function State({ webhook: { off, failingSince } }: { webhook: Webhook }) {
  if (off) return <strong className="text-fault">off</strong>
  if (!failingSince) return <strong className="text-accent">on</strong>
  return (
    <>
      <strong className="text-fault">failing</strong> since <When at={failingSince} />
    </>
  )
}

function Last({ last }: Pick<Webhook, 'last'>) {
  if (!last) return 'none'
  return (
    <span className="block min-w-40">
      <When at={last.at} />
      <br />
      {endWords(last)}
    </span>
  )
}
