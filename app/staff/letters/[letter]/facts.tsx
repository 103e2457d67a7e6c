import { stateWords } from '@/app/staff/letters/words'
import { When } from '@/components/staff/when'
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import type { letterFacts } from '@/lib/delivery/queue/letter-facts'
import { placingKept } from '@/lib/letters/proof/placing'
import { postcodeWords } from '@/lib/letters/proof/placing-words'
import { ruleWords } from '@/lib/letters/why-held'

type Letter = NonNullable<Awaited<ReturnType<typeof letterFacts>>>

/** Where a letter stands. */
export function Facts({ letter }: { letter: Letter }) {
  const rows: (SummaryRow | false)[] = [
    { term: 'Letter', value: letter.id },
    { term: 'State', value: stateWords(letter.state, letter.heldReason) },
    { term: 'Campaign', value: letter.campaign },
    { term: 'Constituency', value: letter.constituency },
    { term: 'Postcode', value: postcodeWords(placingKept(letter), letter.constituency) },
    letter.mp !== null && { term: 'Went to', value: letter.mp },
    letter.dueAt !== null && { term: 'Tried again', value: <When at={letter.dueAt} /> },
    letter.round > 1 && { term: 'Sending', value: `number ${letter.round}` },
    letter.complainedAt !== null && { term: 'Complained of', value: <When at={letter.complainedAt} /> },
    letter.reviewRule !== null && { term: 'Held by a rule', value: ruleWords[letter.reviewRule] },
    letter.hasNetwork && {
      term: 'Network',
      value: (
        <a className="link" href={`/staff/letters?network=${letter.id}`}>
          Letters from the same network
        </a>
      ),
    },
    letter.notGenuineAt !== null && {
      term: 'Not genuine',
      value: 'Marked by staff. It is not sent, and counted nowhere.',
    },
    letter.reflectedAt !== null && { term: 'A trial', value: 'Its mail went to MAIL_REFLECT. It is counted nowhere.' },
  ]
  return <SummaryList rows={rows.filter((row) => row !== false)} />
}
