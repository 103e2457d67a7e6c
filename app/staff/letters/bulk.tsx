import type { StateOf } from '@/app/_server/forms/form-answer'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { filterFields, type LetterFilter } from '@/lib/delivery/queue/filter'
import { letterActions } from '@/lib/delivery/queue/what-staff-can-do'
import { counted } from '@/lib/kernel/text'
import { ActFields } from './act-fields'
import type { bulk } from './form'
import { actionWords } from './words'

type Props = { filter: LetterFilter; left: StateOf<typeof bulk> | null }

/** Does one thing to all letters that the filter shows: first it says to how many. */
export function Bulk({ filter, left }: Props) {
  if (left?.done) {
    const { action, many } = left.done
    return (
      <form id="bulk-form" method="post" action="/staff/letters">
        <Hidden values={{ ...filterValues(filter), action, reason: left.values.reason, sure: 'yes' }} />
        <Notice heading={`${actionWords[action].label}: ${counted(many, 'letter')}?`}>
          <p>{actionWords[action].hint}</p>
          <p className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
            <Button name="do" value="bulk">
              {actionWords[action].label} {counted(many, 'letter')}
            </Button>
            <a className="link" href="/staff/letters">
              Change nothing
            </a>
          </p>
        </Notice>
      </form>
    )
  }
  return (
    <details open={left !== null}>
      <summary className="min-h-target cursor-pointer py-2 font-bold">Do something to all of these letters</summary>
      <form id="bulk-form" method="post" action="/staff/letters" className="mt-4 space-y-6">
        <Hidden values={filterValues(filter)} />
        <ActFields actions={letterActions} values={left?.values ?? {}} faults={left?.faults ?? []} />
        <Button look="second" name="do" value="bulk">
          See how many that would be
        </Button>
      </form>
    </details>
  )
}

function Hidden({ values }: { values: Record<string, string> }) {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

function filterValues(filter: LetterFilter): Record<string, string> {
  return Object.fromEntries(filterFields.flatMap((name) => (filter[name] ? [[name, String(filter[name])]] : [])))
}
