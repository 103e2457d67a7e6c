import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type HeldReason, heldReasons, letters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'

/** What a letter is held for until a person has looked; whatever else it is held for, it goes by itself one day. */
export const heldForPerson = ['abuse', 'staff', 'unsettled', 'returned'] as const satisfies HeldReason[]

/** What a letter's history calls a hold by a member of the team; what the program holds bears the reason of the hold. */
export const HELD_BY_TEAM = 'held-by-team'

/** That a letter waits for a person of the team, as a condition on `letters`. */
export function waitsForPerson(): SQL | undefined {
  return and(eq(letters.state, 'held'), inArray(letters.heldReason, [...heldForPerson]), isNull(letters.notGenuineAt))
}

/** That a letter is held now for a reason, as a condition on `letters`. */
export function heldBecause(reason: HeldReason): SQL | undefined {
  return and(eq(letters.state, 'held'), eq(letters.heldReason, reason), isNull(letters.notGenuineAt))
}

/** The letters that wait for a person: how many for each reason, and since when the oldest does. */
export type WaitingForPerson = { reasons: { reason: HeldReason; letters: number }[]; letters: number; oldest: Date }

const row = z.object({ reason: z.enum(heldReasons), letters: z.number(), oldest: z.string() })

/**
 * What waits for a person now; `null` where nothing does. With `since`: only where one of them was held after that
 * moment and until `until`, and not by the team itself, which knows.
 */
export async function waitingForPerson(
  ctx: Context,
  news?: { since: Date | null; until: Date },
): Promise<WaitingForPerson | null> {
  const rows = await readRows(
    ctx.db,
    row.extend({ newest: z.string().nullable() }),
    sql`
    select letters.held_reason as reason, count(*)::int as letters, min(held.at) as oldest, 
      max(held.at) filter (where held.reason is distinct from ${HELD_BY_TEAM}) as newest
    from letters cross join lateral (
      select at, reason from letter_events where letter_id = letters.id and letter_events.state = 'held'
      order by at desc, id desc limit 1
    ) held
    where ${waitsForPerson()} ${news ? sql`and held.at <= ${news.until.toISOString()}::timestamptz` : sql``}
    group by letters.held_reason order by letters.held_reason`,
  )
  if (rows.length === 0) return null
  const newest = rows.flatMap((each) => (each.newest ? [new Date(each.newest).getTime()] : []))
  if (news && Math.max(...newest) <= (news.since?.getTime() ?? Number.NEGATIVE_INFINITY)) return null
  return {
    reasons: rows.map(({ reason, letters }) => ({ reason, letters })),
    letters: rows.reduce((sum, { letters }) => sum + letters, 0),
    oldest: new Date(Math.min(...rows.map((each) => new Date(each.oldest).getTime()))),
  }
}

/** How many letters wait for a person, counted up to `most`: for a badge on every page. */
export async function countForPerson(ctx: Context, most: number): Promise<number> {
  const some = ctx.db.select({ one: sql`1` }).from(letters).where(waitsForPerson()).limit(most)
  const [counted] = await ctx.db.select({ many: sql`count(*)::int`.mapWith(Number) }).from(some.as('some'))
  return counted?.many ?? 0
}
