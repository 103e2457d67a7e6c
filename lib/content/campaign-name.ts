import { sql } from 'drizzle-orm'

// Written by hand: of one table alone Drizzle names columns without it, and `id` would be the version's.
const title = sql.raw(`coalesce(
  (select v.content ->> 'title' from campaign_versions v where v.id = campaigns.published_version_id),
  (select v.content ->> 'title' from campaign_versions v where v.campaign_id = campaigns.id order by v.number desc limit 1)
)`)

/**
 * What people call a campaign, for a statement with the table `campaigns` in it: its title as published, or as the draft
 * has it where nothing is published yet; its slug while it has none.
 */
export const campaignName = sql<string>`coalesce(nullif(${title}, ''), campaigns.slug)`
