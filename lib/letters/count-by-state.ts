import { and, count, eq, isNull } from 'drizzle-orm'
import { type LetterState, letterStates, letters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** How many letters stand in a state. */
export type StateCount = { state: LetterState; letters: number }

/** How many letters there are in each state, every state named: of one campaign, or of all; without those that are not genuine. */
export async function lettersByState({ db }: Context, campaignId?: string): Promise<StateCount[]> {
  const rows = await db
    .select({ state: letters.state, letters: count() })
    .from(letters)
    .where(and(isNull(letters.notGenuineAt), campaignId ? eq(letters.campaignId, campaignId) : undefined))
    .groupBy(letters.state)
  return letterStates.map((state) => ({ state, letters: rows.find((row) => row.state === state)?.letters ?? 0 }))
}
