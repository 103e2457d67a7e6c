import { cumsum, max, mean, min, range, sum } from 'd3-array'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { addDays, daysBetween, londonDay } from '@/lib/kernel/time/day'

/** Supporters of a campaign at the end of each day since the first; the last is today, as far as it has come. */
export type Curve = { days: { day: string; supporters: number; total: number }[] }

/**
 * When the goal is reached if it goes on so: at the mean of the last whole weeks, in the slowest and in the quickest
 * week of the last four. `null` in place of a day: not within {@link AHEAD_MOST} days.
 */
export type Projection = {
  perDay: number
  slowest: number
  quickest: number
  reached: string | null
  latest: string | null
  soonest: string | null
}

const day = z.object({ day: z.string(), supporters: z.number() })

/** Whole days that must have gone by before anything is projected, and how far ahead one is looked for at most. */
export const PROJECTED_AFTER = 14
export const AHEAD_MOST = 365
const WEEK = 7
const LOOKED_BACK = 28

/** The whole course of one campaign. */
export async function curveOf({ db, now }: Context, campaignId: string): Promise<Curve> {
  const rows = await readRows(
    db,
    day,
    sql`
    select to_char(hour at time zone 'Europe/London', 'YYYY-MM-DD') as day, sum(confirmed)::int as supporters
    from figure_sums where kind = 'all' and campaign_id = ${campaignId}::uuid group by 1 having sum(confirmed) <> 0 order by 1`,
  )
  const first = rows[0]?.day
  if (!first) return { days: [] }
  const counts = new Map(rows.map((each) => [each.day, each.supporters]))
  const days = range(daysBetween(first, londonDay(now()))).map((at) => addDays(first, at))
  const totals = cumsum(days, (each) => counts.get(each) ?? 0)
  return {
    days: days.map((each, at) => ({ day: each, supporters: counts.get(each) ?? 0, total: totals[at] ?? 0 })),
  }
}

/** What is to be expected of a curve; `null` while it is too early to say, and where the goal is reached. */
export function projectionOf({ days }: Curve, goal: number): Projection | null {
  const today = days.at(-1)
  const whole = days.slice(0, -1).map(({ supporters }) => supporters)
  if (!today || whole.length < PROJECTED_AFTER || today.total >= goal) return null
  const lately = whole.slice(-LOOKED_BACK)
  const weeks = range(lately.length - WEEK + 1).map((at) => sum(lately.slice(at, at + WEEK)) / WEEK)
  const perDay = mean(whole.slice(-PROJECTED_AFTER)) ?? 0
  const slowest = Math.max(0, min(weeks) ?? 0)
  const quickest = max(weeks) ?? 0
  if (quickest <= 0) return null
  const on = (pace: number) => {
    const ahead = pace > 0 ? Math.ceil((goal - today.total) / pace) : Number.POSITIVE_INFINITY
    return ahead <= AHEAD_MOST ? addDays(today.day, ahead) : null
  }
  return { perDay, slowest, quickest, reached: on(perDay), latest: on(slowest), soonest: on(quickest) }
}
