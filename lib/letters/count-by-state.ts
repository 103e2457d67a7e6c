import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type HeldReason, heldReasons, type LetterState, letterStates, letters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'

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

/** How many letters stand in a state: `isLeast` where there are more, and they are not counted further. */
export type StateTally = StateCount & { isLeast: boolean }

/** The same counted up to `most` in each state, for a page that is looked at all day. */
export async function tallyByState({ db }: Context, most: number, campaignId?: string): Promise<StateTally[]> {
  const rows = await readRows(
    db,
    z.object({ state: z.enum(letterStates), letters: z.number() }),
    sql`
    select state, (select count(*)::int from (
      select from letters where letters.state = states.state and not_genuine_at is null
        ${campaignId ? sql`and campaign_id = ${campaignId}::uuid` : sql``} limit ${most + 1}
    ) few) as letters
    from unnest(${`{${letterStates.join(',')}}`}::text[]) with ordinality states(state, place) order by place`,
  )
  return rows.map(({ state, letters }) => ({ state, letters: Math.min(letters, most), isLeast: letters > most }))
}

/** How many letters are held for a reason. */
export type HeldCount = { reason: HeldReason; letters: number }

/** How many letters of all campaigns are held for each reason, every reason named; without those that are not genuine. */
export async function heldByReason({ db }: Context): Promise<HeldCount[]> {
  const rows = await db
    .select({ reason: letters.heldReason, letters: count() })
    .from(letters)
    .where(and(eq(letters.state, 'held'), isNull(letters.notGenuineAt)))
    .groupBy(letters.heldReason)
  return heldReasons.map((reason) => ({ reason, letters: rows.find((row) => row.reason === reason)?.letters ?? 0 }))
}
