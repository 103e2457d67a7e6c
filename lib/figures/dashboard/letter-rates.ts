import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { factColumns } from '@/lib/figures/roll-up/letter-facts'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { addDays, londonDay } from '@/lib/kernel/time/day'
import { factsIn } from './letters-in'
import type { Scope } from './scope'

const rate = z.object({ ask: z.string(), submitted: z.number(), confirmed: z.number() })
/** Letters with an ask that were submitted, and those of them that were confirmed. */
export type LetterRate = z.infer<typeof rate>

/**
 * How many letters with each ask were confirmed, of those submitted on the days of a scope that were over a day ago: of
 * the others it is too early.
 */
export function letterRates(ctx: Context, scope: Scope): Promise<LetterRate[]> {
  const lastWhole = addDays(londonDay(ctx.now()), -2)
  return readRows(
    ctx.db,
    rate,
    sql`
    select value as ask, coalesce(sum(many) filter (where kind = 'submitted'), 0)::int as submitted,
      coalesce(sum(many) filter (where kind = 'ask'), 0)::int as confirmed
    from (
      select ${factColumns}, many
      from (${factsIn({ ...scope, to: scope.to < lastWhole ? scope.to : lastWhole }, ['submitted', 'ask'])}) as counted
    ) as facts
    group by 1 order by confirmed desc, ask limit 20`,
  )
}
