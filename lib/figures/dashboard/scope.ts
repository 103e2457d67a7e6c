import { type SQL, sql } from 'drizzle-orm'
import { measureColumns } from '@/lib/figures/roll-up/measure-columns'
import { startOfLondonDay } from '@/lib/kernel/time/day'

/**
 * Which campaigns and days a view is of; `campaignId` null: all campaigns. `seats` narrows it to those of these codes,
 * `source` to who came by this `utm_source`, where an empty one stands for those who came without any.
 */
export type Scope = { campaignId: string | null; from: string; to: string; seats?: readonly string[]; source?: string }

/** Rows of `figure_hours` in the scope. */
export function within(scope: Scope): SQL {
  return sql`${inHours(scope)}${narrowed(scope)}`
}

/**
 * What was counted in the scope, as `counted`, summed up as far as it can be: by the hour, or by the day with
 * `constituency_code` or `source_id`. Where the scope is narrowed it is each hour, seat and source.
 */
export function countedIn(scope: Scope, by: 'all' | 'seat' | 'source'): SQL {
  if (isNarrowed(scope)) return sql`(select * from figure_hours where ${within(scope)}) as counted`
  const key = { all: sql``, seat: sql`key as constituency_code, `, source: sql`key::int as source_id, ` }[by]
  return sql`(
    select ${key}campaign_id, hour, ${measureColumns} from figure_sums where kind = ${by} and ${inHours(scope)}
  ) as counted`
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

export function ofCampaign(campaignId: string | null, column = sql`campaign_id`): SQL {
  return campaignId ? sql`${column} = ${campaignId}::uuid` : sql`true`
}

/** The scope's seats and source alone, after an `and` of its own; nothing where it is not narrowed. */
export function narrowed({ seats, source }: Pick<Scope, 'seats' | 'source'>): SQL {
  const ofSeats = seats ? sql` and constituency_code = any(${`{${seats.join(',')}}`}::text[])` : sql``
  if (source === undefined) return ofSeats
  const named = sql`select id from sources where utm_source = ${source}`
  return source === ''
    ? sql`${ofSeats} and (source_id = 0 or source_id in (${named}))`
    : sql`${ofSeats} and source_id in (${named})`
}
