import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { type Scope, within } from './scope'

const moment = z.object({ at: z.string(), supporters: z.number(), letters: z.number() })
/** A day or an hour in London: "2026-11-24", or "2026-11-24T14". */
export type Moment = z.infer<typeof moment>

/** Supporters confirmed and letters accepted, for every day of the scope or every hour of it, also those without any. */
export function overTime({ db }: Context, scope: Scope, by: 'day' | 'hour'): Promise<Moment[]> {
  const [step, pattern] = by === 'day' ? ['1 day', 'YYYY-MM-DD'] : ['1 hour', 'YYYY-MM-DD"T"HH24']
  return readRows(
    db,
    moment,
    sql`
    with counted as (
      select date_trunc(${by}, hour at time zone 'Europe/London') as local,
        sum(confirmed)::int as supporters, sum(accepted)::int as letters
      from figure_hours where ${within(scope)} group by 1
    )
    select to_char(moment, ${pattern}) as at, coalesce(supporters, 0) as supporters, coalesce(letters, 0) as letters
    from generate_series(${scope.from}::timestamp, ${scope.to}::timestamp + interval '1 day' - interval '1 hour', ${step}::interval) moment
    left join counted on counted.local = moment
    order by moment`,
  )
}
