import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { measures } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { countedIn, type Scope } from './scope'
import { type Sums, sumColumns, sumShape, sumsIn } from './sums'

const row = z.object({ at: z.string(), unfinishedUntil: z.string().nullable(), ...sumShape })

/** A day or an hour in London, and what was counted in it. */
export type Moment = {
  /** "2026-11-24", or "2026-11-24T14". */
  at: string
  /** Up to when it is counted where it is not over yet, "2026-11-24T14:05" in London; `null` where it is over. */
  unfinishedUntil: string | null
  supporters: number
  letters: number
  sums: Sums
}

/**
 * Every day of the scope or every hour of it up to now, also those without anything. The last is unfinished where it is
 * going on; an hour that London's clocks leave out in spring is none.
 */
export async function overTime({ db, now }: Context, scope: Scope, by: 'day' | 'hour'): Promise<Moment[]> {
  const [step, pattern] = by === 'day' ? ['1 day', 'YYYY-MM-DD'] : ['1 hour', 'YYYY-MM-DD"T"HH24']
  const rows = await readRows(
    db,
    row,
    sql`
    with clock as (select ${now().toISOString()}::timestamptz at time zone 'Europe/London' as local_now),
    counted as (
      select date_trunc(${by}, hour at time zone 'Europe/London') as local, ${sumColumns}
      from (select hour, ${sumColumns} from ${countedIn(scope, by)} group by 1) as each group by 1
    ),
    moments as (
      select moment from clock, generate_series(
        ${scope.from}::timestamp,
        least(${scope.to}::timestamp + interval '1 day' - interval '1 hour', local_now),
        ${step}::interval
      ) moment
      where (moment at time zone 'Europe/London') at time zone 'Europe/London' = moment
    )
    select to_char(moment, ${pattern}) as at,
      case when moment + ${step}::interval > local_now then to_char(local_now, 'YYYY-MM-DD"T"HH24:MI') end
        as "unfinishedUntil",
      ${noSums}
    from moments cross join clock left join counted on counted.local = moment
    order by moment`,
  )
  return rows.map((each) => ({
    at: each.at,
    unfinishedUntil: each.unfinishedUntil,
    supporters: each.confirmed,
    letters: each.accepted,
    sums: sumsIn(each),
  }))
}

const noSums = sql.raw(measures.map((one) => `coalesce(${one}, 0) as ${one}`).join(', '))
