import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { measures } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { startOfLondonDay } from '@/lib/kernel/time/day'
import { measureColumns } from './measure-columns'

/** So many days are summed up in one roll-up. */
const AT_ONCE = 3

const campaignDay = z.object({ campaignId: z.string(), day: z.string() })
const sums = sql.raw(measures.map((one) => `sum(${one})`).join(', '))

/**
 * Sums some days up that were counted before figures were summed as they are now, the latest first; gives how many. The
 * caller holds the roll-up's lock: nobody else writes hours meanwhile.
 */
export async function sumDueDays({ db }: Context): Promise<number> {
  const due = await readRows(
    db,
    campaignDay,
    sql`
    delete from figure_days_due where ctid = any(array(
      select ctid from figure_days_due order by day desc, campaign_id limit ${AT_ONCE}
    )) returning campaign_id as "campaignId", day::text as day`,
  )
  for (const { campaignId, day } of due) {
    const of = (table: string) =>
      sql`${sql.raw(table)} where campaign_id = ${campaignId}::uuid
        and hour >= ${startOfLondonDay(day)} and hour < ${startOfLondonDay(day, 1)}`
    // What was added to them since the upgrade is in the hours as well.
    await db.execute(sql`delete from ${of('figure_sums')} and kind = 'source-hour'`)
    await db.execute(sql`delete from ${of('figure_seat_hours')}`)
    await db.execute(sql`delete from ${of('figure_days')}`)
    await db.execute(sql`
      with source_hours as (
        insert into figure_sums (campaign_id, kind, hour, key, ${measureColumns})
        select campaign_id, 'source-hour', hour, source_id::text, ${sums} from ${of('figure_hours')}
        group by campaign_id, hour, source_id
      ),
      seat_hours as (
        insert into figure_seat_hours (campaign_id, hour, constituency_code, ${measureColumns})
        select campaign_id, hour, constituency_code, ${sums} from ${of('figure_hours')}
        group by campaign_id, hour, constituency_code
      )
      insert into figure_days (campaign_id, hour, source_id, constituency_code, ${measureColumns})
      select campaign_id, ${startOfLondonDay(day)}, source_id, constituency_code, ${sums} from ${of('figure_hours')}
      group by campaign_id, source_id, constituency_code`)
  }
  return due.length
}
