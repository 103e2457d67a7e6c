import { eq } from 'drizzle-orm'
import { campaigns } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import type { AuditVerb } from '@/lib/audit/verbs'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { tellChanged } from '@/lib/settings/public-pages-changed'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { lockCampaign } from './save-draft'

export type StateChange = { do: 'pause'; why: string } | { do: 'resume' } | { do: 'close' } | { do: 'reopen' }

const verbs = {
  pause: 'campaign.pause',
  resume: 'campaign.resume',
  close: 'campaign.close',
  reopen: 'campaign.reopen',
} as const satisfies Record<StateChange['do'], AuditVerb>

/**
 * Pauses a campaign, with the reason that its page shows; lets it go on; closes it now; or opens it again. What is
 * so already stays. Throws a `Refusal` where the actor may not, or there is no such campaign.
 */
export function setCampaignState(ctx: Context, campaignId: string, change: StateChange): Promise<void> {
  assertAllowed(ctx, 'campaigns.set')
  return inTransaction(ctx, async (inner) => {
    const { row } = await lockCampaign(inner, campaignId)
    const { pausedAt, pausedWhy, closedAt } = row
    const before = { pausedAt, pausedWhy, closedAt }
    const after = { ...before, ...columnsOf(change, row.pausedAt, inner.now()) }
    await inner.db.update(campaigns).set(after).where(eq(campaigns.id, campaignId))
    await recordAudit(inner, {
      verb: verbs[change.do],
      subject: { kind: 'campaign', id: campaignId },
      before,
      after,
    })
    await tellChanged(inner)
  })
}

function columnsOf(change: StateChange, pausedAt: Date | null, now: Date) {
  switch (change.do) {
    case 'pause':
      return { pausedAt: pausedAt ?? now, pausedWhy: change.why }
    case 'resume':
      return { pausedAt: null, pausedWhy: null }
    case 'close':
      return { closedAt: now }
    case 'reopen':
      return { closedAt: null }
  }
}
