import { type SQL, sql } from 'drizzle-orm'

/** Which campaigns and days a view is of; `campaignId` null: all campaigns. */
export type Scope = { campaignId: string | null; from: string; to: string }

/** Rows of `figure_hours` in the scope. */
export function within({ campaignId, from, to }: Scope): SQL {
  return sql`hour >= ${startOf(from)} and hour < ${endOf(to)} and ${ofCampaign(campaignId)}`
}

/** The same for a moment in another column. */
export function momentWithin(column: SQL, { from, to }: Scope): SQL {
  return sql`${column} >= ${startOf(from)} and ${column} < ${endOf(to)}`
}

export function ofCampaign(campaignId: string | null, column = sql`campaign_id`): SQL {
  return campaignId ? sql`${column} = ${campaignId}::uuid` : sql`true`
}

function startOf(day: string): SQL {
  return sql`(${day}::date::timestamp at time zone 'Europe/London')`
}

function endOf(day: string): SQL {
  return sql`((${day}::date + 1)::timestamp at time zone 'Europe/London')`
}
