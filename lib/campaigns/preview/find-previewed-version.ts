import { and, eq } from 'drizzle-orm'
import { campaigns, campaignVersions } from '@/db/schema/index'
import { draftContent } from '@/lib/content/draft-content'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { fillPeriods } from '@/lib/content/keeping-periods/fill'
import type { Context } from '@/lib/kernel/context'
import { inOwnCampaigns } from '@/lib/staff/own-campaigns'

/** A version as if it were live, finished or not. */
export type PreviewedCampaign = LiveCampaign & { number: number; stored: unknown }

/** The campaign with this version's text, for previews; `null` when there is no such version, or the actor does not work on it. */
export async function findPreview(ctx: Context, versionId: string): Promise<PreviewedCampaign | null> {
  const [row] = await ctx.db
    .select({
      id: campaigns.id,
      slug: campaigns.slug,
      goal: campaigns.goal,
      closingWords: campaigns.closingWords,
      versionId: campaignVersions.id,
      number: campaignVersions.number,
      publishedAt: campaignVersions.createdAt,
      stored: campaignVersions.content,
    })
    .from(campaignVersions)
    .innerJoin(campaigns, eq(campaigns.id, campaignVersions.campaignId))
    .where(and(eq(campaignVersions.id, versionId), inOwnCampaigns(ctx, campaigns.id)))
  if (!row) return null
  const content = await fillPeriods(ctx, draftContent(row.stored))
  return { ...row, closedAt: null, pausedWhy: null, content }
}
