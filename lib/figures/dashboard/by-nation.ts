import { group, range } from 'd3-array'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { addDays, daysBetween, londonDay } from '@/lib/kernel/time/day'
import { countedIn, type Scope } from './scope'

const row = z.object({ nation: z.string(), day: z.string(), supporters: z.number() })

/** Supporters of a nation on each day of a scope, up to today. */
export type NationSeries = { nation: string; days: { day: string; supporters: number }[]; total: number }

/** The four nations beside each other, most supporters first; those without any too. */
export async function nationSeries({ db, now }: Context, scope: Scope): Promise<NationSeries[]> {
  const rows = await readRows(
    db,
    row,
    sql`
    select n.nation, to_char(coalesce(f.day, ${scope.from}::date), 'YYYY-MM-DD') as day,
      coalesce(f.supporters, 0) as supporters
    from (select distinct nation from constituencies) n
    left join (
      select c.nation, (hour at time zone 'Europe/London')::date as day, sum(confirmed)::int as supporters
      from (select constituency_code, hour, sum(confirmed) as confirmed from ${countedIn(scope, 'seat')} group by 1, 2) as each
      join constituencies c on c.code = constituency_code
      group by 1, 2
    ) f on f.nation = n.nation`,
  )
  const today = londonDay(now())
  const last = scope.to > today ? today : scope.to
  const days = range(Math.max(1, daysBetween(scope.from, last))).map((at) => addDays(scope.from, at))
  return [...group(rows, ({ nation }) => nation)]
    .map(([nation, own]) => {
      const counts = new Map(own.map(({ day, supporters }) => [day, supporters]))
      return {
        nation,
        days: days.map((day) => ({ day, supporters: counts.get(day) ?? 0 })),
        total: own.reduce((sum, { supporters }) => sum + supporters, 0),
      }
    })
    .sort((a, b) => b.total - a.total || a.nation.localeCompare(b.nation))
}
