import { eq } from 'drizzle-orm'
import { campaignPublications, campaigns, campaignVersions } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { campaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { type Context, inTransaction } from '@/lib/kernel/context'

/**
 * Puts the first campaign, built from HART's statement of 6 October 2020, on a new installation:
 * version 1, published. Does nothing where a campaign of that slug exists, whatever became of it.
 */
export function publishFirstCampaign(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    const { slug, goal, content } = firstCampaign
    const [made] = await inner.db
      .insert(campaigns)
      .values({ slug, goal, openedAt: inner.now() })
      .onConflictDoNothing()
      .returning({ id: campaigns.id })
    if (!made) return
    const [version] = await inner.db
      .insert(campaignVersions)
      .values({ campaignId: made.id, number: 1, content: campaignContent.parse(content), createdBy: 'system' })
      .returning({ id: campaignVersions.id })
    if (!version) return
    await inner.db.update(campaigns).set({ publishedVersionId: version.id }).where(eq(campaigns.id, made.id))
    await inner.db
      .insert(campaignPublications)
      .values({ campaignId: made.id, versionId: version.id, at: inner.now(), by: 'system' })
    await recordAudit(inner, {
      verb: 'campaign.publish',
      subject: { kind: 'campaign', id: made.id },
      after: { version: 1 },
    })
  })
}
