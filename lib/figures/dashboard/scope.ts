import { type SQL, sql } from 'drizzle-orm'
import { startOfLondonDay } from '@/lib/kernel/time/day'

/** Which campaigns and days a view is of; `campaignId` null: all campaigns. */
export type Scope = { campaignId: string | null; from: string; to: string }

/** Rows of `figure_hours` in the scope. */
export function within({ campaignId, from, to }: Scope): SQL {
  return sql`hour >= ${startOfLondonDay(from)} and hour < ${startOfLondonDay(to, 1)} and ${ofCampaign(campaignId)}`
}

/** Rows whose moment in `column` lies within the scope's days. */
export function momentWithin(column: SQL, { from, to }: Scope): SQL {
  return sql`${column} >= ${startOfLondonDay(from)} and ${column} < ${startOfLondonDay(to, 1)}`
}

export function ofCampaign(campaignId: string | null, column = sql`campaign_id`): SQL {
  return campaignId ? sql`${column} = ${campaignId}::uuid` : sql`true`
}
