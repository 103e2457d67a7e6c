import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { countedIn, type Scope } from './scope'

const bucket = z.object({
  at: z.string(),
  viewed: z.number(),
  started: z.number(),
  submitted: z.number(),
  supporters: z.number(),
  letters: z.number(),
  answers: z.number(),
})
/** What was counted in a day or an hour in London: "2026-11-24", or "2026-11-24T14". Answers are real ones alone. */
export type Bucket = z.infer<typeof bucket>

export const drawnMeasures = ['supporters', 'letters', 'viewed', 'started', 'submitted', 'answers'] as const
export type DrawnMeasure = (typeof drawnMeasures)[number]

export type Series = {
  buckets: Bucket[]
  /** Whether the last of them is not over yet. */
  isUnfinished: boolean
}

/** Every day of the scope, or every hour of it, as far as the clock has come; those without anything too. */
export async function seriesOf({ db, now }: Context, scope: Scope, by: 'day' | 'hour'): Promise<Series> {
  const [step, pattern] = by === 'day' ? ['1 day', 'YYYY-MM-DD'] : ['1 hour', 'YYYY-MM-DD"T"HH24']
  const clock = sql`date_trunc(${by}, ${now().toISOString()}::timestamptz at time zone 'Europe/London')`
  const rows = await readRows(
    db,
    bucket.extend({ open: z.boolean() }),
    sql`
    with counted as (
      select date_trunc(${by}, hour at time zone 'Europe/London') as local,
        sum(viewed)::int as viewed, sum(started)::int as started, sum(submitted)::int as submitted,
        sum(confirmed)::int as supporters, sum(accepted)::int as letters, sum(real_answer)::int as answers
      from ${countedIn(scope, 'all')} group by 1
    )
    select to_char(moment, ${pattern}) as at, moment = ${clock} as open,
      coalesce(viewed, 0) as viewed, coalesce(started, 0) as started, coalesce(submitted, 0) as submitted,
      coalesce(supporters, 0) as supporters, coalesce(letters, 0) as letters, coalesce(answers, 0) as answers
    from generate_series(
      ${scope.from}::timestamp,
      least(${scope.to}::timestamp + interval '1 day' - interval '1 hour', ${clock}),
      ${step}::interval
    ) moment
    left join counted on counted.local = moment
    order by moment`,
  )
  return { buckets: rows.map(({ open: _, ...each }) => each), isUnfinished: rows.at(-1)?.open ?? false }
}
