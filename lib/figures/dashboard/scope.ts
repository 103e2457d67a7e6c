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
}

/** The id of a campaign, or those of several; null: of all. */
export type OfCampaigns = string | readonly string[] | null

/** What a view asks of what was counted: each hour or each day, or each seat's or each source's days. */
type By = 'hour' | 'day' | 'seat' | 'source'

/**
 * What was counted in the scope, as `counted`: by `hour`, with `constituency_code` or `source_id` where it is by these. It
 * is read from what is summed up as far as that can be; a day's `hour` is then its first. Where the scope is narrowed by
 * what is not summed up together, it is read from each hour, seat and source.
 */
export function countedIn(scope: Scope, by: By): SQL {
  const kind = summedBy(scope, by)
  if (!kind) return sql`(select * from figure_hours where ${inHours(scope)}${narrowed(scope)}) as counted`
  const named = { hour: sql``, day: sql``, seat: sql`key as constituency_code, `, source: sql`key::int as source_id, ` }
  const key = narrowed(scope, { seat: sql`key`, source: sql`key::int` })
  return sql`(
    select ${named[by]}campaign_id, hour, ${measureColumns}
    from figure_sums where kind = ${kind} and ${inHours(scope)}${key}
  ) as counted`
}

/** Of which kind the sums are that have all that is asked; `null` where none have. */
function summedBy({ seats, source }: Scope, by: By): (typeof figureSumKinds)[number] | null {
  const [one, another] = [
    by === 'seat' || seats !== undefined ? ('seat' as const) : null,
    by === 'source' || source !== undefined ? ('source' as const) : null,
  ].filter((each) => each !== null)
  if (one === undefined) return 'all'
  return another !== undefined || by === 'hour' ? null : one
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

const COLUMNS = { seat: sql`constituency_code`, source: sql`source_id` }

/** The scope's seats and source alone, after an `and` of its own; nothing where it is not narrowed. */
export function narrowed({ seats, source }: Pick<Scope, 'seats' | 'source'>, columns = COLUMNS): SQL {
  const ofSeats = seats ? sql` and ${columns.seat} = any(${`{${seats.join(',')}}`}::text[])` : sql``
  if (source === undefined) return ofSeats
  const named = sql`select id from sources where utm_source = ${source}`
  return source === ''
    ? sql`${ofSeats} and (${columns.source} = 0 or ${columns.source} in (${named}))`
    : sql`${ofSeats} and ${columns.source} in (${named})`
}
