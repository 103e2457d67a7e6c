import type { StateOf } from '@/app/_server/forms/form-answer'
import { endWords, stateWords, whatWords } from '@/app/staff/webhooks/words'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/typing/text-field'
import { grouped } from '@/lib/kernel/text'
import { type Delivery, type DeliveryState, deliveryStates } from '@/lib/webhooks/staff/deliveries'
import type { Webhook } from '@/lib/webhooks/staff/list'
import type { replaySince } from './form'

type Props = {
  webhook: Webhook
  deliveries: Delivery[]
  /** The state that alone is shown; `null` for all. */
  chosen: DeliveryState | null
  /** There are more than are shown. */
  isCut: boolean
  /** A form of the page was just posted. */
  isPosted: boolean
  /** What was typed as the day since when all are sent again, where that was refused. */
  since: StateOf<typeof replaySince> | null
}

const COLUMNS = ['When', 'What', 'Supporter', 'State', 'Tried', 'Last attempt', 'What the receiver said']

/** The newest messages and how each went, without anything of a person's but an id. */
export function Deliveries({ webhook, deliveries, chosen, isCut, isPosted, since }: Props) {
  return (
    <Part id="deliveries" heading={isCut ? `The newest ${deliveries.length} messages` : 'Messages'}>
      <div className="space-y-5">
        <States webhook={webhook} chosen={chosen} />
        {deliveries.length === 0 ? (
          <p>{chosen ? 'There is none in this state.' : 'There has been none yet: send a test.'}</p>
        ) : (
          <Table
            caption="The messages"
            captionHidden
            columns={COLUMNS.map((label) => ({ label }))}
            rows={deliveries.map((delivery) => ({ key: delivery.id, cells: cellsOf(webhook, delivery) }))}
          />
        )}
        {(deliveries.length > 0 || isPosted) && <ReplaySince webhook={webhook} since={since} />}
      </div>
    </Part>
  )
}

function States({ webhook, chosen }: Pick<Props, 'webhook' | 'chosen'>) {
  const at = `/staff/webhooks/${webhook.id}`
  return (
    <nav aria-label="Messages by state" className="flex flex-wrap gap-x-6">
      {[null, ...deliveryStates].map((state) => (
        <a
          key={state}
          className="link inline-flex min-h-target items-center aria-[current]:font-bold aria-[current]:no-underline"
          aria-current={state === chosen ? 'page' : undefined}
          href={state ? `${at}?state=${state}#deliveries` : `${at}#deliveries`}
        >
          {state ? stateWords[state] : 'all'}
        </a>
      ))}
    </nav>
  )
}

function cellsOf(webhook: Webhook, delivery: Delivery) {
  const { id, at, supporterId, attempts, last } = delivery
  return [
    <When key="when" at={at} />,
    whatWords(delivery),
    supporterId ? <code key="supporter">{supporterId.slice(0, 8)}</code> : '',
    <State key="state" webhook={webhook} delivery={delivery} id={id} />,
    attempts === 0 ? '' : `${grouped(attempts)}×`,
    last && (
      <span key="last" className="block min-w-40">
        <When at={last.at} />
        <br />
        {endWords(last)}, {grouped(last.durationMs)} ms
      </span>
    ),
    last?.answer && (
      <span key="answer" className="block min-w-40 [overflow-wrap:anywhere]">
        {last.answer}
      </span>
    ),
  ]
}

function State({ webhook, delivery, id }: { webhook: Webhook; delivery: Delivery; id: string }) {
  const { state, dueAt, attempts } = delivery
  if (state === 'failed') {
    return (
      <form method="post" action={`/staff/webhooks/${webhook.id}`} className="flex flex-wrap items-baseline gap-x-3">
        <strong className="text-fault">{stateWords.failed}</strong>
        <input type="hidden" name="delivery" value={id} />
        <button type="submit" name="do" value="replay" className="link -my-2 min-h-target cursor-pointer font-semibold">
          Send again<span className="sr-only"> {id.slice(0, 8)}</span>
        </button>
      </form>
    )
  }
  if (state === 'waiting' && attempts > 0 && !webhook.off) {
    return (
      <>
        {stateWords.waiting} until <When at={dueAt} />
      </>
    )
  }
  return stateWords[state]
}

function ReplaySince({ webhook, since }: Pick<Props, 'webhook' | 'since'>) {
  return (
    <form
      id="replay-form"
      method="post"
      action={`/staff/webhooks/${webhook.id}`}
      noValidate
      className="flex flex-wrap items-end gap-x-5 gap-y-4"
    >
      <TextField
        name="since"
        type="date"
        label="Send again all that failed since"
        width="half"
        autoComplete="off"
        defaultValue={since?.values.since}
        error={since?.faults.find(({ field }) => field === 'since')?.message}
      />
      <Button name="do" value="replay-since" look="second">
        Send again
      </Button>
    </form>
  )
}
