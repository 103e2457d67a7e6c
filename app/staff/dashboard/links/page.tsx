import { posted } from '@/app/_server/request'
import { one } from '@/app/staff/_figures/asked'
import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/choosing/select'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/typing/text-field'
import { toldApart } from '@/lib/campaigns/chosen-campaign'
import { listCampaigns } from '@/lib/campaigns/list'
import { LINK_DAYS, listFigureLinks } from '@/lib/figures/links/figure-links'
import { longDate } from '@/lib/kernel/text'
import { give } from './form'

export const metadata = { title: 'Links to figures' }

export default staffPage(
  {
    verb: 'figures.share',
    at: '/staff/dashboard',
    title: 'Links to figures',
    lead: 'Whoever has a link sees the board page of one campaign, and nothing else: no names, nothing of a constituency that the public may not know, and no count under 5.',
  },
  async ({ ctx }, query) => {
    const left = posted(give)
    const [links, listed] = await Promise.all([listFigureLinks(ctx), listCampaigns(ctx)])
    const campaigns = toldApart(listed.filter(({ version }) => version !== null))
    const values = left && !left.done ? left.values : { name: '', campaign: one(query.campaign) }
    const errorOf = (field: string) => left?.faults.find((fault) => fault.field === field)?.message
    return (
      <>
        <div className="max-w-[46rem] empty:hidden">
          <ErrorSummary faults={left?.faults ?? []} />
          {left?.done && <Made {...left.done} />}
          {!left && query.done === 'ended' && (
            <Notice look="done" heading="Called back">
              <p>Whoever opens that link from now on sees that there is nothing.</p>
            </Notice>
          )}
        </div>
        {links.length === 0 ? (
          <p>There is no link at present.</p>
        ) : (
          <Table
            caption="Links that work, the newest first"
            columns={['For', 'Campaign', 'Made', 'Ends', 'Call back'].map((label) => ({ label }))}
            rows={links.map(({ id, name, campaignId, createdAt, expiresAt }) => ({
              key: id,
              cells: [
                name,
                listed.find((each) => each.id === campaignId)?.name ?? '',
                longDate(createdAt),
                longDate(expiresAt),
                <form key="end" method="post" action="/staff/dashboard/links">
                  <input type="hidden" name="link" value={id} />
                  <Button look="quiet" name="do" value="end">
                    Call back<span className="sr-only"> the link for {name}</span>
                  </Button>
                </form>,
              ],
            }))}
          />
        )}
        <Part id="new" heading="Make a link">
          <form id="link-form" method="post" action="/staff/dashboard/links" className="max-w-[46rem] space-y-6">
            <TextField
              name="name"
              label="For whom it is"
              hint="So that you know later whose link you call back: the trustees, a partner."
              autoComplete="off"
              width="half"
              maxLength={80}
              defaultValue={values.name}
              error={errorOf('name')}
            />
            <Select
              name="campaign"
              label="Campaign"
              defaultValue={values.campaign}
              error={errorOf('campaign')}
              options={campaigns.map(({ slug, name }) => ({ value: slug, label: name }))}
            />
            <p>{`It works for ${LINK_DAYS} days, unless you call it back.`}</p>
            <Button name="do" value="give">
              Make the link
            </Button>
          </form>
        </Part>
      </>
    )
  },
)

/** The one time that a link is shown. */
function Made({ name, link }: { name: string; link: string }) {
  return (
    <Notice look="done" heading={`The link for ${name}`} id="new-link">
      <p>Copy it now: it is kept nowhere, and not shown again.</p>
      <p>
        <code className="block border-2 border-edge bg-ground px-3 py-2 text-[0.8889rem] break-all select-all">
          {link}
        </code>
      </p>
    </Notice>
  )
}
