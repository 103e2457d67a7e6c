import type { ReplyAnswer } from '@/db/schema/index'
import { isOfParty } from '@/lib/content/content-for-mp'
import { type NextStep, type StepState, stepsOf } from '@/lib/content/next-steps'
import type { Seat } from '@/lib/directory/lookup'
import type { OpenLetter } from '@/lib/letters/find'
import { isTaken } from '@/lib/letters/letter-states'

/** How a letter stands for what fits next; `null` where nothing does: it is not confirmed, or has been withdrawn. */
export function stepState(
  letter: Pick<OpenLetter, 'state' | 'sentByWriterAt'>,
  reply: ReplyAnswer | null,
): StepState | null {
  if (['unconfirmed', 'expired', 'withdrawn'].includes(letter.state)) return null
  if (reply === 'real-answer') return 'answered'
  if (reply === 'no' || reply === 'acknowledgement') return 'unanswered'
  if (isTaken(letter.state) || letter.sentByWriterAt) return 'sent'
  return ['bounced', 'failed'].includes(letter.state) ? 'not-sent' : 'waits'
}

/** The steps of a campaign that fit a letter which stands so, and its MP's party and nation; in the order of staff. */
export function fittingSteps(
  content: { nextSteps: NextStep[] },
  { state, seat }: { state: StepState | 'any'; seat: Pick<Seat, 'nation' | 'mp'> | null },
): NextStep[] {
  return stepsOf(content).filter(
    ({ states, parties, nations }) =>
      (state === 'any' || states.length === 0 || states.includes(state)) &&
      (parties.length === 0 || parties.some((party) => seat?.mp && isOfParty(seat.mp.party, party))) &&
      (nations.length === 0 || nations.some((nation) => nation === seat?.nation)),
  )
}
