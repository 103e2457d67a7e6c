import type { StateOf } from '@/app/_server/forms/form-answer'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { LetterFilter } from '@/lib/delivery/queue/filter'
import { listAddress } from '@/lib/delivery/queue/list-address'
import type { ActPreview, Unchanged } from '@/lib/delivery/queue/preview-act'
import { type LetterAction, letterActions } from '@/lib/delivery/queue/what-staff-can-do'
import { counted } from '@/lib/kernel/text'
import { heldWords } from '@/lib/letters/why-held'
import { ActFields } from './act-fields'
import { HiddenFilter } from './filter'
import type { bulk } from './form'
import { actionWords, whyUnchanged } from './words'

type Props = { filter: LetterFilter; left: StateOf<typeof bulk> | null }

/**
 * Does one thing to all letters that the filter shows: first it says to how many, and to which it cannot be done. The
 * question stands where its form stood; the address that it is posted to leads there, and so the keyboard is in it.
 */
export function Bulk({ filter, left }: Props) {
  if (left?.done) return <Question filter={filter} reason={left.values.reason} {...left.done} />
  return (
    <details open={left !== null} id="bulk" tabIndex={-1}>
      <summary className="min-h-target cursor-pointer py-2 font-bold">Do something to all of these letters</summary>
      <form id="bulk-form" method="post" action="/staff/letters#bulk" className="mt-4 space-y-6">
        <HiddenFilter filter={filter} />
        <ActFields actions={letterActions} values={left?.values ?? {}} faults={left?.faults ?? []} />
        <Button look="second" name="do" value="bulk">
          See how many that would be
        </Button>
      </form>
    </details>
  )
}

type QuestionProps = { filter: LetterFilter; reason: string; action: LetterAction; preview: ActPreview }

function Question({ filter, reason, action, preview: { changed, waits, unchanged } }: QuestionProps) {
  const { label, hint } = actionWords[action]
  return (
    <form id="bulk-form" method="post" action="/staff/letters#acts">
      <HiddenFilter filter={filter} />
      <input type="hidden" name="action" value={action} />
      <input type="hidden" name="reason" value={reason} />
      <input type="hidden" name="sure" value="yes" />
      <section id="bulk" tabIndex={-1} aria-label="Are you sure?" className="scroll-mt-4">
        <Notice heading={changed > 0 ? `${label}: ${counted(changed, 'letter')}?` : 'That can be done to none of them'}>
          {changed > 0 && <p>{hint}</p>}
          {waits.length > 0 && (
            <>
              <p>Of these, some cannot go yet; they wait for their MP, and go by themselves:</p>
              <ul className="list-disc space-y-1 pl-5">
                {waits.map(({ why, letters }) => (
                  <li key={why}>{`${counted(letters, 'letter')}: ${heldWords[why]}`}</li>
                ))}
              </ul>
            </>
          )}
          {unchanged.length > 0 && <Others action={action} unchanged={unchanged} />}
          <p className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
            {changed > 0 && (
              <Button name="do" value="bulk">
                {`${label} ${counted(changed, 'letter')}`}
              </Button>
            )}
            <a className="link" href={listAddress(filter)}>
              Change nothing
            </a>
          </p>
        </Notice>
      </section>
    </form>
  )
}

function Others({ action, unchanged }: { action: LetterAction; unchanged: readonly Unchanged[] }) {
  const byWhy = new Map<string, number>()
  for (const each of unchanged) {
    const why = whyUnchanged(action, each)
    byWhy.set(why, (byWhy.get(why) ?? 0) + each.letters)
  }
  return (
    <>
      <p>Left as they are:</p>
      <ul className="list-disc space-y-1 pl-5">
        {[...byWhy].map(([why, letters]) => (
          <li key={why}>{`${counted(letters, 'letter')}: ${why}`}</li>
        ))}
      </ul>
    </>
  )
}
