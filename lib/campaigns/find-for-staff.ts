import { eq } from 'drizzle-orm'
import { campaigns, campaignVersions } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { isId } from '@/lib/kernel/id'
import { type CampaignState, stateOf } from './state'
import { latestVersion, type Version } from './versions'

/** A campaign as staff work on it: what the public sees of it, and its draft. */
export type StaffCampaign = {
  id: string
  slug: string
  goal: number
  state: CampaignState
  openedAt: Date | null
  closedAt: Date | null
  pausedWhy: string | null
  scheduledAt: Date | null
  /** What is live; `null` while nothing is. */
  live: { id: string; number: number; content: unknown } | null
  draft: Version
}

/** The campaign with this id, live or not; `null` when there is none. */
export async function findStaffCampaign(ctx: Context, id: string): Promise<StaffCampaign | null> {
  if (!isId(id)) return null
  const [row] = await ctx.db
    .select({
      campaign: campaigns,
      live: { id: campaignVersions.id, number: campaignVersions.number, content: campaignVersions.content },
    })
    .from(campaigns)
    .leftJoin(campaignVersions, eq(campaignVersions.id, campaigns.publishedVersionId))
    .where(eq(campaigns.id, id))
  const draft = await latestVersion(ctx, id)
  if (!row || !draft) return null
  const { slug, goal, openedAt, closedAt, pausedWhy, scheduledAt } = row.campaign
  const state = stateOf(row.campaign, ctx.now())
  return { id, slug, goal, state, openedAt, closedAt, pausedWhy, scheduledAt, live: row.live, draft }
}
