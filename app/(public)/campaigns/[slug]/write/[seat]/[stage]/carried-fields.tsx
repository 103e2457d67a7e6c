import type { LetterDraft } from '@/app/_server/letter/posted-draft'
import type { WritingStage } from '@/lib/letters/writing-stages'

type Name = Exclude<keyof LetterDraft, 'asks'> | 'ask'

type Props = {
  draft: LetterDraft
  /** The page that the form stands on. */
  step: WritingStage
  /** Fields that the page shows itself. */
  leaveOut: Name[]
}

/** What the letter's form carries unseen from page to page: nothing is stored until it is submitted. */
export function CarriedFields({ draft, step, leaveOut }: Props) {
  const { asks, updates, ...texts } = draft
  const shown = new Set<string>(leaveOut)
  const carried = Object.entries(texts).filter(([name, value]) => value !== '' && !shown.has(name))
  return (
    <>
      <input type="hidden" name="step" value={step} />
      {carried.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {!shown.has('ask') && asks.map((ask) => <input key={ask} type="hidden" name="ask" value={ask} />)}
      {!shown.has('updates') && updates && <input type="hidden" name="updates" value={updates} />}
    </>
  )
}
