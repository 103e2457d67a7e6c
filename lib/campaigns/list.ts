import { asc, desc, eq, min, sql } from 'drizzle-orm'
import { z } from 'zod'
import { campaignPublications, campaigns, campaignVersions } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readValue } from '@/lib/kernel/read-rows'
import { inOwnCampaigns } from '@/lib/staff/own-campaigns'
import { allowed } from '@/lib/staff/roles'
import { type CampaignState, stateOf } from './life/state'

/** A campaign as staff find it in a list. */
export type ListedCampaign = {
  id: string
  slug: string
  /** Of the published version, or of the draft where nothing is published yet; may be empty. */
  title: string | null
  /** The title, or the slug while there is none. */
  name: string
  state: CampaignState
  /** The number of the newest version, and when it was saved. */
  draft: number
  savedAt: Date
  version: number | null
  publishedVersionId: string | null
  /** When its first version went live. */
  firstLiveAt: Date | null
  goal: number
  openedAt: Date | null
  closedAt: Date | null
}

/** Every campaign that the actor works on, oldest first, live or not: for those who may not see campaigns' texts, those that have opened alone. */
export async function listCampaigns(ctx: Context): Promise<ListedCampaign[]> {
  const { db, actor } = ctx
  const published = db
    .select({ id: campaignPublications.campaignId, at: min(campaignPublications.at).as('first_live_at') })
    .from(campaignPublications)
    .groupBy(campaignPublications.campaignId)
    .as('published')
  const drafts = db
    .select({
      number: sql`${campaignVersions.number}`.mapWith(Number).as('draft_number'),
      title: readValue(z.string(), sql`${campaignVersions.content} ->> 'title'`).as('draft_title'),
      at: sql`${campaignVersions.createdAt}`.mapWith(campaignVersions.createdAt).as('draft_at'),
    })
    .from(campaignVersions)
    .where(eq(campaignVersions.campaignId, campaigns.id))
    .orderBy(desc(campaignVersions.number))
    .limit(1)
    .as('drafts')
  const rows = await db
    .select({
      campaign: campaigns,
      title: readValue(z.string(), sql`coalesce(${campaignVersions.content} ->> 'title', ${drafts.title})`),
      draft: drafts.number,
      savedAt: drafts.at,
      version: campaignVersions.number,
      firstLiveAt: published.at,
    })
    .from(campaigns)
    .leftJoin(campaignVersions, eq(campaignVersions.id, campaigns.publishedVersionId))
    .leftJoinLateral(drafts, sql`true`)
    .leftJoin(published, eq(published.id, campaigns.id))
    .where(inOwnCampaigns(ctx, campaigns.id))
    .orderBy(asc(campaigns.createdAt), asc(campaigns.slug))
  const listed = rows.map(({ campaign, title, draft, savedAt, version, firstLiveAt }) => ({
    ...{ id: campaign.id, slug: campaign.slug, title, name: title || campaign.slug },
    state: stateOf(campaign, ctx.now()),
    ...{ draft: draft ?? 0, savedAt: savedAt ?? campaign.createdAt, version, firstLiveAt, goal: campaign.goal },
    publishedVersionId: campaign.publishedVersionId,
    openedAt: campaign.openedAt,
    closedAt: campaign.closedAt,
  }))
  const seesAll = actor.kind !== 'staff' || allowed(actor.role, 'campaigns.see')
  return seesAll ? listed : listed.filter((campaign) => hasOpened(campaign, ctx.now()))
}

/** Whether the public has seen a campaign. */
export function hasOpened(
  { firstLiveAt, openedAt }: Pick<ListedCampaign, 'firstLiveAt' | 'openedAt'>,
  now: Date,
): boolean {
  return firstLiveAt !== null && openedAt !== null && openedAt <= now
}
