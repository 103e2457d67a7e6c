import { eq } from 'drizzle-orm'
import {
  campaignImages,
  campaignLinks,
  campaignPublications,
  campaignSlugs,
  campaigns,
  campaignVersions,
  figureRolls,
  figures,
  letters,
  milestones,
  stepCounts,
  supporters,
  wordingsGiven,
} from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { calledOff } from '@/lib/campaigns/publishing/tell-called-off'
import { unschedule } from '@/lib/campaigns/publishing/unschedule'
import { lockCampaign } from '@/lib/campaigns/save-draft'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { constraintOf } from '@/lib/kernel/faults/database-error'
import { tellChanged } from '@/lib/settings/public-pages-changed'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { actsIn, stateOf } from './state'

/** What goes with a campaign: rows that say nothing without it. */
const OWN = [
  campaignPublications,
  campaignImages,
  campaignLinks,
  campaignSlugs,
  figures,
  figureRolls,
  milestones,
  stepCounts,
  wordingsGiven,
  campaignVersions,
]

/**
 * Deletes a campaign that nobody sees and that has never had a letter, with all its versions and pictures. `has-letters`
 * and `in-use` (a key for programs or a webhook is for it alone), and `not-now` where its page can be seen: then nothing
 * is changed. Throws a `Refusal` where the actor may not, or there is no such campaign.
 */
export async function deleteCampaign(
  ctx: Context,
  campaignId: string,
): Promise<'done' | 'not-now' | 'has-letters' | 'in-use'> {
  assertAllowed(ctx, 'campaigns.set', campaignId)
  try {
    return await inTransaction(ctx, async (inner) => {
      const { row, latest } = await lockCampaign(inner, campaignId)
      if (!actsIn(stateOf(row, inner.now())).includes('delete')) return 'not-now'
      if (await hadLetters(inner, campaignId)) return 'has-letters'
      if (row.scheduledAt) {
        await calledOff(inner, row, 'cancelled')
        await unschedule(inner, row)
      }
      await inner.db.update(campaigns).set({ publishedVersionId: null }).where(eq(campaigns.id, campaignId))
      for (const table of OWN) await inner.db.delete(table).where(eq(table.campaignId, campaignId))
      await inner.db.delete(campaigns).where(eq(campaigns.id, campaignId))
      const { title } = latest.content as { title?: unknown }
      await recordAudit(inner, {
        verb: 'campaign.delete',
        subject: { kind: 'campaign', id: campaignId },
        before: { slug: row.slug, title, version: latest.number },
      })
      await tellChanged(inner)
      return 'done'
    })
  } catch (error) {
    if (/^(api_keys|webhook_endpoints)_campaign_id/.test(constraintOf(error) ?? '')) return 'in-use'
    throw error
  }
}

/** Whether anybody has ever written in it, whatever has become of it. */
export async function hadLetters({ db }: Context, campaignId: string): Promise<boolean> {
  for (const table of [letters, supporters]) {
    const rows = await db.select({ id: table.id }).from(table).where(eq(table.campaignId, campaignId)).limit(1)
    if (rows.length > 0) return true
  }
  return false
}
