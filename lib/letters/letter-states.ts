import { inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import { type HeldReason, heldReasons, type LetterState, letterStates, letters } from '@/db/schema/index'
import type { WaitsFor } from '@/emails/to-writer/wait-ends'

/**
 * Whether a letter in this state goes on. `lapses`: it is erased whole unless it is confirmed in time. `waits`: it goes
 * on when its turn comes, or for what {@link heldWaitsFor} says, and its waiting has an end. `ends`: nothing more
 * happens by itself, and what its writer wrote is kept for a few weeks more.
 */
export const stateCourse = {
  unconfirmed: 'lapses',
  queued: 'waits',
  sending: 'waits',
  held: 'waits',
  accepted: 'ends',
  delivered: 'ends',
  bounced: 'ends',
  failed: 'ends',
  'by-writer': 'ends',
  expired: 'ends',
  withdrawn: 'ends',
} as const satisfies Record<LetterState, 'lapses' | 'waits' | 'ends'>

/** What a held letter waits for. Each has the same end. */
export const heldWaitsFor = {
  vacant: 'mp',
  dissolved: 'mp',
  'no-address-yet': 'address',
  'no-email': 'writer',
  staff: 'staff',
  abuse: 'staff',
  unsettled: 'certainty',
  returned: 'returned',
  blocked: 'block',
} as const satisfies Record<HeldReason, WaitsFor>

/** What a letter waited for whose history says so: the reason why it was held, or `turn`. */
export function waitedFor(said: string): WaitsFor {
  const reason = heldReasons.find((one) => one === said)
  return reason ? heldWaitsFor[reason] : 'turn'
}

/** The mail service has the letter, and it has not come back. */
export const takenStates: LetterState[] = ['accepted', 'delivered']

export function isTaken(state: LetterState): boolean {
  return takenStates.includes(state)
}

export const isEnded: SQL = inArray(letters.state, statesThat('ends'))
export const isWaiting: SQL = inArray(letters.state, statesThat('waits'))

/** When a letter that has ended did so. Where nobody wrote it down, it is taken for as early as it can have been. */
const endedSince = sql`coalesce(${letters.endedAt}, ${letters.acceptedAt}, ${letters.confirmedAt}, ${letters.createdAt})`

/** Nothing more happens to it by itself: it has ended, or staff have marked it as not genuine. */
export const goesNoFurther = or(isEnded, isNotNull(letters.notGenuineAt))

/** When that began. What ended before it was marked is not kept longer for the mark. */
export const goesNoFurtherSince = sql`case when ${isEnded} then least(${endedSince}, ${letters.notGenuineAt}) else ${letters.notGenuineAt} end`

function statesThat(course: 'waits' | 'ends'): LetterState[] {
  return letterStates.filter((state) => stateCourse[state] === course)
}
