import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { milestoneKinds, staff } from '@/db/schema/index'
import { defineJob, nothing } from '@/lib/jobs/define-job'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { limitedTo, worksOn } from '@/lib/staff/own-campaigns'
import { tellMilestoneJob } from './jobs'

const LETTERS = [100, 1000, 10_000, 100_000, 1_000_000]

/**
 * Finds what campaigns have newly reached, as of the last roll-up, and has everyone on the team who works on them told, once: a round
 * number of letters accepted, or a letter to each MP who sits for a nation.
 */
export function findMilestones(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    const { db, now } = inner
    const reached = await readRows(
      db,
      z.object({ campaign: z.string(), kind: z.enum(milestoneKinds), subject: z.string() }),
      sql`
      insert into milestones (campaign_id, kind, subject, reached_at)
      select campaign_id, kind, subject, ${now().toISOString()}::timestamptz from (
        select campaign_id, 'letters' as kind, step::text as subject
        from (select campaign_id, sum(letters) as letters from figures group by 1) sums
        join unnest(array[${sql.join(LETTERS, sql`, `)}]::int[]) step on step <= letters
        union all
        select campaigns.id, 'nation', c.nation
        from campaigns
        cross join constituencies c
        join mps on mps.constituency_code = c.code and mps.until is null
        left join figures f on f.campaign_id = campaigns.id and f.constituency_code = c.code
        group by 1, 3
        having bool_and(coalesce(f.letters, 0) > 0)
      ) as found
      on conflict do nothing
      returning campaign_id as campaign, kind, subject`,
    )
    if (reached.length === 0) return
    const team = await db.select({ id: staff.id, limitedTo }).from(staff)
    for (const { campaign: campaignId, kind, subject } of reached) {
      for (const { id: staffId } of team.filter((member) => worksOn(member.limitedTo, campaignId))) {
        const key = `milestone ${campaignId} ${kind} ${subject} ${staffId}`
        await enqueue(inner, tellMilestoneJob, { campaignId, kind, subject, staffId }, { key })
      }
    }
  })
}

export const findMilestonesJob = defineJob('find-milestones', nothing, findMilestones)
