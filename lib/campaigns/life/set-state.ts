import { eq } from 'drizzle-orm'
import { campaigns } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import type { AuditVerb } from '@/lib/audit/verbs'
import { calledOff } from '@/lib/campaigns/publishing/tell-called-off'
import { unschedule } from '@/lib/campaigns/publishing/unschedule'
import { lockCampaign } from '@/lib/campaigns/save-draft'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { tellChanged } from '@/lib/settings/public-pages-changed'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { actsIn, type LifeAct, stateOf } from './state'

export type StateChange = { do: 'pause'; why: string } | { do: Exclude<LifeAct, 'pause' | 'delete'> }

const verbs = {
  pause: 'campaign.pause',
  resume: 'campaign.resume',
  close: 'campaign.close',
  reopen: 'campaign.reopen',
  unpublish: 'campaign.unpublish',
  archive: 'campaign.archive',
  unarchive: 'campaign.unarchive',
} as const satisfies Record<StateChange['do'], AuditVerb>

type Row = typeof campaigns.$inferSelect

/**
 * Pauses a campaign, with the reason that its page shows; lets it go on; closes it now, or opens it again; takes its page
 * down; puts it away, or back. `not-now` where its state does not allow that: then nothing is changed. What was to go live
 * by itself is called off where the page goes or the campaign is put away. Throws a `Refusal` where the actor may not, or
 * there is no such campaign.
 */
export function setCampaignState(ctx: Context, campaignId: string, change: StateChange): Promise<'done' | 'not-now'> {
  assertAllowed(ctx, 'campaigns.set', campaignId)
  return inTransaction(ctx, async (inner) => {
    const { row } = await lockCampaign(inner, campaignId)
    if (!actsIn(stateOf(row, inner.now())).includes(change.do)) return 'not-now'
    if (row.scheduledAt && (change.do === 'unpublish' || change.do === 'archive')) {
      await calledOff(inner, row, 'cancelled')
      await unschedule(inner, row)
    }
    const before = lifeOf(row)
    const after = { ...before, ...columnsOf(change, row, inner.now()) }
    await inner.db.update(campaigns).set(after).where(eq(campaigns.id, campaignId))
    await recordAudit(inner, {
      verb: verbs[change.do],
      subject: { kind: 'campaign', id: campaignId },
      before,
      after,
    })
    await tellChanged(inner)
    return 'done'
  })
}

function lifeOf({ pausedAt, pausedWhy, closedAt, unpublishedAt, archivedAt }: Row) {
  return { pausedAt, pausedWhy, closedAt, unpublishedAt, archivedAt }
}

function columnsOf(change: StateChange, { pausedAt }: Row, now: Date): Partial<Row> {
  switch (change.do) {
    case 'pause':
      return { pausedAt: pausedAt ?? now, pausedWhy: change.why }
    case 'resume':
      return { pausedAt: null, pausedWhy: null }
    case 'close':
      return { closedAt: now }
    case 'reopen':
      return { closedAt: null }
    case 'unpublish':
      return { unpublishedAt: now }
    case 'archive':
      return { archivedAt: now }
    case 'unarchive':
      return { archivedAt: null }
  }
}
