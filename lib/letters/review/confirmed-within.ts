import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { DAY, HOUR } from '@/lib/kernel/time/durations'

/** The spans that rules count in, in milliseconds. */
export const spans = { 'ten minutes': HOUR / 6, 'an hour': HOUR, 'a day': DAY }

/** Letters that fulfil `condition`, confirmed within `span` milliseconds before now, counted up to `most` alone. */
type Counted = { condition: SQL; span: number; most: number }

/** How many there are of each, in one statement. */
export async function confirmedWithin(ctx: Context, wanted: readonly Counted[]): Promise<number[]> {
  if (wanted.length === 0) return []
  const counts = wanted.map(({ condition, span, most }) => {
    const since = new Date(ctx.now().getTime() - span).toISOString()
    return sql`(select count(*)::int from (
      select from letters where ${condition} and confirmed_at > ${since}::timestamptz limit ${most}
    ) as counted)`
  })
  const row = z.object({ counts: z.array(z.number()) })
  const [found] = await readRows(ctx.db, row, sql`select array[${sql.join(counts, sql`, `)}] as counts`)
  return found?.counts ?? []
}
