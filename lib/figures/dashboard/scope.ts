import { type SQL, sql } from 'drizzle-orm'
import type { figureSumKinds } from '@/db/schema/index'
import { measureColumns } from '@/lib/figures/roll-up/measure-columns'
import { startOfLondonDay } from '@/lib/kernel/time/day'

/**
 * Which campaigns and days a view is of; `campaignId` of several: these, null: all campaigns. `seats` narrows it to those of these codes,
 * `source` to who came by this `utm_source`, where an empty one stands for those who came without any.
 */
export type Scope = {
  campaignId: OfCampaigns
  from: string
  to: string
  seats?: readonly string[]
  source?: string
  /** Where days are due (lib/figures/roll-up/days-due.ts), what is narrowed is read from hours and letters. */
  isDue?: boolean
}

/** The id of a campaign, or those of several; null: of all. */
export type OfCampaigns = string | readonly string[] | null

/** What a view asks of what was counted: each hour or each day, or each seat's or each source's days. */
type By = 'hour' | 'day' | 'seat' | 'source'

/**
 * What was counted in the scope, as `counted`: by `hour`, with `constituency_code` or `source_id` where it is by these. It
 * is read from what is summed up as far as that can be; a day's `hour` is then its first. Of single hours of some seats and
 * one source nothing is summed up: they are read one by one.
 */
export function countedIn(scope: Scope, by: By): SQL {
  const { table, kind } = summedBy(scope, by)
  const isSummed = !scope.isDue || (kind && kind !== 'source-hour')
  const rows = isSummed ? rowsOf(table, scope, by, kind) : rowsOf('figure_hours', scope, by)
  return sql`(${rows}) as counted`
}

type Summed = {
  table: 'figure_sums' | 'figure_seat_hours' | 'figure_days' | 'figure_hours'
  /** Of `figure_sums`. */
  kind?: (typeof figureSumKinds)[number]
}

/** Where all that is asked stands in the fewest rows. */
function summedBy({ seats, source }: Scope, by: By): Summed {
  const bySeat = by === 'seat' || seats !== undefined
  const bySource = by === 'source' || source !== undefined
  const byHour = by === 'hour'
  if (bySeat && bySource) return { table: byHour ? 'figure_hours' : 'figure_days' }
  if (bySeat) return byHour ? { table: 'figure_seat_hours' } : { table: 'figure_sums', kind: 'seat' }
  if (bySource) return { table: 'figure_sums', kind: byHour ? 'source-hour' : 'source' }
  return { table: 'figure_sums', kind: 'all' }
}

const COLUMNS = { seat: sql`constituency_code`, source: sql`source_id` }
const KEYS = { seat: sql`key`, source: sql`key::int` }

/** Those rows of a table that are in the scope. */
function rowsOf(table: Summed['table'], scope: Scope, by: By, kind?: Summed['kind']): SQL {
  const columns = kind ? KEYS : COLUMNS
  const named = {
    ...{ hour: sql``, day: sql`` },
    seat: sql`${columns.seat} as constituency_code, `,
    source: sql`${columns.source} as source_id, `,
  }
  return sql`
    select ${named[by]}campaign_id, hour, ${measureColumns} from ${sql.raw(table)}
    where ${kind ? sql`kind = ${kind} and ` : sql``}${inHours(scope)}${narrowed(scope, columns)}`
}

/** Whether it is of some seats or of one source alone. */
export function isNarrowed({ seats, source }: Pick<Scope, 'seats' | 'source'>): boolean {
  return seats !== undefined || source !== undefined
}

/** Rows that have an hour and a campaign in the scope, and neither seat nor source. */
export function inHours({ campaignId, from, to }: Scope): SQL {
  return sql`hour >= ${startOfLondonDay(from)} and hour < ${startOfLondonDay(to, 1)} and ${ofCampaign(campaignId)}`
}

/** Rows whose moment in `column` lies within the scope's days, of its seats and its source. */
export function momentWithin(column: SQL, scope: Scope): SQL {
  const { from, to } = scope
  return sql`${column} >= ${startOfLondonDay(from)} and ${column} < ${startOfLondonDay(to, 1)}${narrowed(scope)}`
}

export function ofCampaign(campaignId: OfCampaigns, column = sql`campaign_id`): SQL {
  if (campaignId === null) return sql`true`
  if (typeof campaignId === 'string') return sql`${column} = ${campaignId}::uuid`
  return sql`${column} = any(${`{${campaignId.join(',')}}`}::uuid[])`
}

/** The scope's seats and source alone, after an `and` of its own; nothing where it is not narrowed. */
export function narrowed({ seats, source }: Pick<Scope, 'seats' | 'source'>, columns = COLUMNS): SQL {
  const ofSeats = seats ? sql` and ${columns.seat} = any(${`{${seats.join(',')}}`}::text[])` : sql``
  if (source === undefined) return ofSeats
  // As a list that is made first: an index with the source in it goes by that.
  const none = source === '' ? sql` union all select 0` : sql``
  return sql`${ofSeats} and ${columns.source} = any(array(select id from sources where utm_source = ${source}${none}))`
}
