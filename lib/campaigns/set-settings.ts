import { eq } from 'drizzle-orm'
import { campaigns } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { constraintOf } from '@/lib/kernel/faults/database-error'
import { tellChanged } from '@/lib/settings/public-pages-changed'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import type { CampaignSettings } from './input'
import { lockCampaign } from './save-draft'

/**
 * Sets a campaign's address, goal and dates. Gives `taken` where the address is in use, `fixed` where it may not change
 * any more, since it has been given out: then nothing is changed. Throws a `Refusal` where the actor may not.
 */
export async function setCampaignSettings(
  ctx: Context,
  campaignId: string,
  { slug, goal, opens, closes }: CampaignSettings,
): Promise<'saved' | 'taken' | 'fixed'> {
  assertAllowed(ctx, 'campaigns.set')
  try {
    return await inTransaction(ctx, async (inner) => {
      const { row } = await lockCampaign(inner, campaignId)
      if (slug !== row.slug && row.publishedVersionId) return 'fixed'
      const before = { slug: row.slug, goal: row.goal, openedAt: row.openedAt, closedAt: row.closedAt }
      // What is published stays open: to take it away again is to pause it or to close it.
      const openedAt = opens ?? (row.publishedVersionId ? row.openedAt : null)
      const after = { slug, goal, openedAt, closedAt: closes }
      await inner.db.update(campaigns).set(after).where(eq(campaigns.id, campaignId))
      await recordAudit(inner, { verb: 'campaign.set', subject: { kind: 'campaign', id: campaignId }, before, after })
      await tellChanged(inner)
      return 'saved'
    })
  } catch (error) {
    if (constraintOf(error) === 'campaigns_slug_unique') return 'taken'
    throw error
  }
}
