import { eq } from 'drizzle-orm'
import { campaignPublications, campaigns } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { tellChanged } from '@/lib/settings/public-pages-changed'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import type { CampaignSettings } from './input'
import { stateOf } from './life/state'
import { lockCampaign } from './save-draft'
import { leadFromOldSlug, slugIsTaken } from './slugs'

/**
 * Sets a campaign's address, goal and dates. An address that was live leads to the new one from then on. Gives `taken`
 * where the address is another's or was, `archived` where nothing of it changes until it is taken out of the archive, `closed` where it
 * would open again by it, which is asked first: then nothing is changed. Throws a `Refusal` where the actor may not.
 */
export function setCampaignSettings(
  ctx: Context,
  campaignId: string,
  { slug, goal, opens, closes }: CampaignSettings,
): Promise<'saved' | 'taken' | 'archived' | 'closed'> {
  assertAllowed(ctx, 'campaigns.set', campaignId)
  return inTransaction(ctx, async (inner) => {
    const { row } = await lockCampaign(inner, campaignId)
    if (row.archivedAt) return 'archived'
    const isClosed = stateOf(row, inner.now()) === 'closed'
    if (isClosed && (closes === null || closes > inner.now())) return 'closed'
    if (slug !== row.slug) {
      if (await slugIsTaken(inner, slug, campaignId)) return 'taken'
      if (await wasLive(inner, campaignId)) await leadFromOldSlug(inner, campaignId, row.slug, slug)
    }
    const before = { slug: row.slug, goal: row.goal, openedAt: row.openedAt, closedAt: row.closedAt }
    // What is published stays open: to take it away again is to pause it, to close it or to take it down.
    const openedAt = opens ?? (row.publishedVersionId ? row.openedAt : null)
    const after = { slug, goal, openedAt, closedAt: closes }
    await inner.db.update(campaigns).set(after).where(eq(campaigns.id, campaignId))
    await recordAudit(inner, { verb: 'campaign.set', subject: { kind: 'campaign', id: campaignId }, before, after })
    await tellChanged(inner)
    return 'saved'
  })
}

async function wasLive({ db }: Context, campaignId: string): Promise<boolean> {
  return (await db.$count(campaignPublications, eq(campaignPublications.campaignId, campaignId))) > 0
}
