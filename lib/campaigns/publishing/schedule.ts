import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { campaigns } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { actorName } from '@/lib/campaigns/actor-name'
import { lockCampaign } from '@/lib/campaigns/save-draft'
import { findVersion } from '@/lib/campaigns/versions'
import { defineJob } from '@/lib/jobs/define-job'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { rowId } from '@/lib/kernel/id'
import { log } from '@/lib/kernel/log'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { callOff, mayPublishStill } from './call-off-when-role-lost'
import { ARCHIVED, type PublishOutcome, putLive, whyNotLive } from './publish'
import { calledOff } from './tell-called-off'
import { isMeant, unchangedCopy } from './unchanged-copy'
import { unschedule } from './unschedule'

/** `meant` is as for publishing. */
type Schedule = { campaignId: string; versionId: string; at: Date; meant?: readonly string[] }

/**
 * Has the draft go live by itself at a moment, in place of any that was to. Refused as publishing is. Throws a
 * `Refusal` where the actor may not publish, or there is no such campaign.
 */
export function schedulePublishing(
  ctx: Context,
  { campaignId, versionId, at, meant = [] }: Schedule,
): Promise<PublishOutcome | { kind: 'scheduled' }> {
  assertAllowed(ctx, 'campaigns.publish', campaignId)
  return inTransaction(ctx, async (inner) => {
    const { row, latest } = await lockCampaign(inner, campaignId)
    if (versionId !== latest.id) return { kind: 'stale', latest }
    if (row.archivedAt) return { kind: 'faulty', faults: [], installation: ARCHIVED }
    const refused = await whyNotLive(inner, latest.content)
    if (refused) return refused
    const copy = await unchangedCopy(inner, campaignId, latest.content)
    if (copy && !isMeant(copy, meant)) return { kind: 'unchanged-copy', copy }
    const after = { scheduledVersionId: latest.id, scheduledAt: at, scheduledBy: actorName(inner) }
    await calledOff(inner, row, 'rescheduled')
    await inner.db.update(campaigns).set(after).where(eq(campaigns.id, campaignId))
    await enqueue(inner, publishScheduledJob, { campaignId }, { key: `publish ${campaignId}`, runAt: at })
    await recordAudit(inner, {
      verb: 'campaign.schedule',
      subject: { kind: 'campaign', id: campaignId },
      before: { at: row.scheduledAt },
      after: { at, version: latest.number },
    })
    return { kind: 'scheduled' }
  })
}

/** Calls a scheduled publishing off, and has whoever scheduled it told; where there is none, nothing changes. */
export function cancelScheduled(ctx: Context, campaignId: string): Promise<void> {
  assertAllowed(ctx, 'campaigns.publish', campaignId)
  return inTransaction(ctx, async (inner) => {
    const { row } = await lockCampaign(inner, campaignId)
    if (!row.scheduledAt) return
    await calledOff(inner, row, 'cancelled')
    await unschedule(inner, row)
  })
}

/**
 * Puts live what was scheduled, once its moment has come; a job that comes for one that was called off or put off
 * finds nothing due. One whose scheduler may not publish any more is called off, and one that has faults by now, since a page that it links to is gone, is called off, and whoever
 * scheduled it is told.
 */
export function publishScheduled(ctx: Context, campaignId: string): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    const [there] = await inner.db.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.id, campaignId))
    // It can have been deleted since.
    if (!there) return
    const { row } = await lockCampaign(inner, campaignId)
    if (!row.scheduledVersionId || !row.scheduledAt || row.scheduledAt > inner.now()) return
    if (row.scheduledBy && !(await mayPublishStill(inner, row.scheduledBy, campaignId)))
      return callOff(inner, campaignId, row.scheduledBy)
    const version = await findVersion(inner, campaignId, row.scheduledVersionId)
    if (!version) return
    const outcome = await putLive(inner, { campaignId, version, note: 'As scheduled', meant: 'asked' })
    if (outcome.kind === 'published') return
    await calledOff(inner, row, 'faulty')
    await unschedule(inner, row)
    log.error({ campaignId, outcome }, 'A scheduled version could not go live')
  })
}

/** A version that was to go live by itself, if it still is. */
export const publishScheduledJob = defineJob(
  'publish-scheduled',
  z.object({ campaignId: rowId }),
  (ctx, { campaignId }) => publishScheduled(ctx, campaignId),
)
