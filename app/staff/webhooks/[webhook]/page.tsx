import { notFound } from 'next/navigation'
import { posted } from '@/app/_server/request'
import { staffPage } from '@/app/staff/staff-page'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { isId } from '@/lib/kernel/id'
import { counted } from '@/lib/kernel/text'
import { OLD_SECRET_HOURS } from '@/lib/webhooks/sending/sign'
import { deliveryStates, listDeliveries } from '@/lib/webhooks/staff/deliveries'
import { findWebhook } from '@/lib/webhooks/staff/list'
import { Deliveries } from './deliveries'
import { Facts } from './facts'
import { added, replaySince, rotate } from './form'
import { Remove, Secret, Switch, Test } from './parts'

export const metadata = { title: 'A webhook' }

const SHOWN = 100

export default staffPage(
  { verb: 'webhooks.see', at: '/staff/webhooks', title: 'A webhook' },
  async ({ ctx }, { done, many, state }, { webhook: id = '' }) => {
    const webhook = isId(id) ? await findWebhook(ctx, id) : null
    if (!webhook) notFound()
    const secret = posted(added) ?? posted(rotate)
    const since = posted(replaySince)
    const left = secret ?? since
    const chosen = deliveryStates.find((each) => each === state) ?? null
    const deliveries = await listDeliveries(ctx, id, { state: chosen, most: SHOWN })
    return (
      <>
        <div className="max-w-[46rem] space-y-7">
          <ErrorSummary faults={left?.faults ?? []} />
          {secret?.done && <NewSecret secret={secret.values.secret} isFirst={secret.done === 'added'} />}
          {!left && <Done done={done} many={many} />}
          <Facts webhook={webhook} />
          <Test webhook={webhook} />
        </div>
        <Deliveries
          webhook={webhook}
          deliveries={deliveries}
          chosen={chosen}
          isCut={deliveries.length === SHOWN}
          isPosted={left !== null}
          since={since}
        />
        <div className="grid max-w-[64rem] gap-x-12 gap-y-7 md:grid-cols-3">
          <Secret webhook={webhook} />
          <Switch webhook={webhook} />
          <Remove webhook={webhook} />
        </div>
      </>
    )
  },
)

function Done({ done, many }: { done: unknown; many: unknown }) {
  switch (done) {
    case 'test':
      return (
        <Notice look="done" heading="The test is on its way">
          <p>In a few seconds its outcome stands below: reload this page to see it.</p>
        </Notice>
      )
    case 'on':
      return (
        <Notice look="done" heading="Switched on">
          <p>What waited goes now. Who confirmed meanwhile is sent in about a minute.</p>
        </Notice>
      )
    case 'replayed':
      return replayedNotice(typeof many === 'string' && /^\d{1,9}$/.test(many) ? Number(many) : 0)
    default:
      return null
  }
}

function replayedNotice(many: number) {
  if (many === 0) return <Notice heading="Nothing had failed: nothing is sent again" />
  return <Notice look="done" heading={`${counted(many, 'message')} ${many === 1 ? 'is' : 'are'} on the way again`} />
}

/** A secret, shown once. */
export function NewSecret({ secret, isFirst }: { secret: string; isFirst: boolean }) {
  return (
    <Notice look="held" heading="Copy the secret now: it is not shown again">
      <p>
        <code id="secret" className="block border border-edge bg-ground p-2 break-all select-all">
          {secret}
        </code>
      </p>
      <p>
        {isFirst
          ? 'The receiver needs it to check that a message is ours. Then send a test.'
          : `Every message is signed by it from now on, and by the old one as well for ${OLD_SECRET_HOURS} hours, unless you have ended that.`}
      </p>
    </Notice>
  )
}
