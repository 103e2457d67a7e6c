import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { momentWithin, ofCampaign, type Scope } from './scope'

const mark = z.object({
  /** The hour in London: "2026-11-24T14". */
  at: z.string(),
  kind: z.enum(['version', 'milestone', 'closed', 'paused', 'reopened', 'resumed']),
  /** The version's number; of a milestone its kind and subject, as "letters 1000". */
  what: z.string(),
})
/** Something that was done or reached while the figures ran. */
export type Mark = z.infer<typeof mark>

/** Drawn at once: beyond, nobody can tell them apart. */
const MOST = 12

/** What happened to one campaign in the days of a scope, the latest of it, in its order. */
export async function marksOf({ db }: Context, scope: Scope & { campaignId: string }): Promise<Mark[]> {
  const { from, to, campaignId } = scope
  const days = { campaignId, from, to }
  const hour = sql`'YYYY-MM-DD"T"HH24'`
  const rows = await readRows(
    db,
    mark,
    sql`
    select to_char(moment at time zone 'Europe/London', ${hour}) as at, kind, what from (
      select p.at as moment, 'version' as kind, v.number::text as what
      from campaign_publications p join campaign_versions v on v.id = p.version_id
      where ${ofCampaign(campaignId, sql`p.campaign_id`)} and ${momentWithin(sql`p.at`, days)}
      union all
      select reached_at, 'milestone', kind || ' ' || subject from milestones
      where ${ofCampaign(campaignId)} and ${momentWithin(sql`reached_at`, days)}
      union all
      select at, case verb when 'campaign.close' then 'closed' when 'campaign.pause' then 'paused'
        when 'campaign.reopen' then 'reopened' else 'resumed' end, ''
      from audit where subject_kind = 'campaign' and subject_id = ${campaignId}
        and verb in ('campaign.close', 'campaign.pause', 'campaign.reopen', 'campaign.resume')
        and ${momentWithin(sql`at`, days)}
    ) each order by moment desc limit ${MOST}`,
  )
  return rows.reverse()
}
