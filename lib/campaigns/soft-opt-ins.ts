// State: one copy in a process.
import { sql } from 'drizzle-orm'
import { cached } from '@/lib/settings/cached'

/** A campaign under which a charity writes to whoever does not refuse, now or once. */
export type SoftOptIn = { title: string; charityName: string; charityNumber: string }

/** Every campaign that was ever live with the soft opt-in, once a charity: whoever did not refuse it then still gets news. */
export const softOptIns = cached<SoftOptIn[]>({
  name: 'soft opt-ins',
  tables: ['campaigns'],
  load: async (db) => [
    ...(await db.execute<SoftOptIn>(sql`
      select distinct on (live.campaign_id, version.content -> 'consent' ->> 'charityNumber')
        version.content ->> 'title' as title,
        version.content -> 'consent' ->> 'charityName' as "charityName",
        version.content -> 'consent' ->> 'charityNumber' as "charityNumber"
      from campaign_publications live
      join campaign_versions version on version.id = live.version_id
      where version.content -> 'consent' ->> 'kind' = 'soft-opt-in'
      order by live.campaign_id, version.content -> 'consent' ->> 'charityNumber', live.id desc`)),
  ],
})
