import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { type HeldReason, type LetterState, letters, mps } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { heldForMp, type WhyNotEmailed, whyNotEmailedThere } from '@/lib/letters/printed/why-not-emailed'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { actableWhere } from './act-on-some'
import { filterWhere, type LetterFilter } from './filter'
import type { LetterAction } from './what-staff-can-do'

/** Letters to which an action cannot be done, and what they are. */
export type Unchanged = { state: LetterState; heldReason: HeldReason | null; erased: boolean; letters: number }

/**
 * What an action would come to: `changed` letters, of which those in `waits` go no further than to wait for their MP,
 * by why; and the others, by what they are.
 */
export type ActPreview = {
  changed: number
  waits: { why: WhyNotEmailed; letters: number }[]
  unchanged: Unchanged[]
}

/** What it would come to, if an action were done now to all letters that a filter lets through. */
export async function previewAct(ctx: Context, filter: LetterFilter, action: LetterAction): Promise<ActPreview> {
  assertAllowed(ctx, 'letters.act')
  const can = sql<boolean>`coalesce((${actableWhere(action)}), false)`
  const sends = action === 'release' || action === 'send-again'
  const why: SQL<WhyNotEmailed | null> = sends
    ? (whyNotEmailedThere(ctx.now()) as SQL<WhyNotEmailed | null>)
    : sql`null`
  const rows = await ctx.db
    .select({
      can: can.as('can'),
      why: sql<WhyNotEmailed | null>`case when (${can}) then (${why})::text end`.as('why'),
      state: letters.state,
      heldReason: letters.heldReason,
      erased: sql<boolean>`${letters.textSealed} is null`.as('erased'),
      many: sql`count(*)::int`.mapWith(Number),
    })
    .from(letters)
    .leftJoin(mps, and(eq(mps.constituencyCode, letters.constituencyCode), isNull(mps.until)))
    .where(filterWhere(filter))
    .groupBy(sql`1, 2, 3, 4, 5`)
  const sum = (some: typeof rows) => some.reduce((letters, { many }) => letters + many, 0)
  const changed = rows.filter((row) => row.can)
  return {
    changed: sum(changed),
    waits: heldForMp
      .map((reason) => ({ why: reason, letters: sum(changed.filter((row) => row.why === reason)) }))
      .filter((each) => each.letters > 0),
    unchanged: rows
      .filter((row) => !row.can)
      .map(({ state, heldReason, erased, many }) => ({ state, heldReason, erased, letters: many })),
  }
}
