import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { DAY, HOUR } from '@/lib/kernel/time/durations'

/** The spans that rules count in, in milliseconds. */
export const spans = { 'ten minutes': HOUR / 6, 'an hour': HOUR, 'a day': DAY }

/** How many letters that fulfil `condition` were confirmed within `span` before now, counted up to `most` alone. */
export async function confirmedWithin(ctx: Context, condition: SQL, span: number, most: number): Promise<number> {
  const since = new Date(ctx.now().getTime() - span).toISOString()
  const [row] = await readRows(
    ctx.db,
    z.object({ many: z.number() }),
    sql`
    select count(*)::int as many from (
      select from letters where ${condition} and confirmed_at > ${since}::timestamptz limit ${most}
    ) as counted`,
  )
  return row?.many ?? 0
}
