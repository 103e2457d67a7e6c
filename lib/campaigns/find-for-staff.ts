import { eq, sql } from 'drizzle-orm'
import { campaignPublications, campaigns, campaignVersions } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { isId } from '@/lib/kernel/id'
import { isOwnCampaign } from '@/lib/staff/own-campaigns'
import { type CampaignState, stateOf } from './life/state'
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
  /** When a version goes live by itself, and which. */
  scheduledAt: Date | null
  scheduledNumber: number | null
  closingWords: string | null
  /** When its first version went live; `null` where none has. */
  firstLiveAt: Date | null
  /** What is live; `null` while nothing is, and once it was taken down. */
  live: { id: string; number: number; content: unknown } | null
  draft: Version
}

/** The campaign with this id, live or not; `null` when there is none, or the actor does not work on it. */
export async function findStaffCampaign(ctx: Context, id: string): Promise<StaffCampaign | null> {
  if (!isId(id) || !isOwnCampaign(ctx, id)) return null
  const [row] = await ctx.db
    .select({
      campaign: campaigns,
      firstLiveAt,
      scheduledNumber,
      live: { id: campaignVersions.id, number: campaignVersions.number, content: campaignVersions.content },
    })
    .from(campaigns)
    .leftJoin(campaignVersions, eq(campaignVersions.id, campaigns.publishedVersionId))
    .where(eq(campaigns.id, id))
  const draft = await latestVersion(ctx, id)
  if (!row || !draft) return null
  const { slug, goal, openedAt, closedAt, pausedWhy, closingWords, scheduledAt, unpublishedAt } = row.campaign
  return {
    ...{ id, slug, goal, openedAt, closedAt, pausedWhy, closingWords, scheduledAt, draft },
    state: stateOf(row.campaign, ctx.now()),
    firstLiveAt: row.firstLiveAt,
    scheduledNumber: row.scheduledNumber,
    live: unpublishedAt ? null : row.live,
  }
}

const firstLiveAt = sql`(
  select min(${campaignPublications.at}) from ${campaignPublications}
  where ${campaignPublications.campaignId} = ${campaigns.id}
)`.mapWith((at: unknown) => (at === null ? null : new Date(String(at))))

const scheduledNumber = sql`(
  select scheduled.number from campaign_versions scheduled where scheduled.id = ${campaigns.scheduledVersionId}
)`.mapWith((number: unknown) => (number === null ? null : Number(number)))
