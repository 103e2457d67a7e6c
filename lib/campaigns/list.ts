import { asc, eq, max, sql } from 'drizzle-orm'
import { z } from 'zod'
import { campaignPublications, campaigns, campaignVersions } from '@/db/schema/index'
import { campaignName } from '@/lib/content/campaign-name'
import type { Context } from '@/lib/kernel/context'
import { readValue } from '@/lib/kernel/read-rows'

/** A campaign as staff find it in a list. */
export type ListedCampaign = {
  id: string
  slug: string
  /** Of the published version, or of the draft where nothing is published yet; may be empty. */
  title: string | null
  /** The title, or the slug while there is none. */
  name: string
  /** The number of the newest version. */
  draft: number
  version: number | null
  publishedVersionId: string | null
  publishedAt: Date | null
  goal: number
  openedAt: Date | null
  closedAt: Date | null
  pausedAt: Date | null
}

/** Every campaign, live or not, oldest first. */
export async function listCampaigns({ db }: Context): Promise<ListedCampaign[]> {
  const published = db
    .select({ id: campaignPublications.campaignId, at: max(campaignPublications.at).as('published_at') })
    .from(campaignPublications)
    .groupBy(campaignPublications.campaignId)
    .as('published')
  const drafts = db
    .selectDistinctOn([campaignVersions.campaignId], {
      campaignId: campaignVersions.campaignId,
      number: sql`${campaignVersions.number}`.mapWith(Number).as('draft_number'),
      title: readValue(z.string(), sql`${campaignVersions.content} ->> 'title'`).as('draft_title'),
    })
    .from(campaignVersions)
    .orderBy(campaignVersions.campaignId, sql`${campaignVersions.number} desc`)
    .as('drafts')
  return db
    .select({
      id: campaigns.id,
      slug: campaigns.slug,
      title: readValue(z.string(), sql`coalesce(${campaignVersions.content} ->> 'title', ${drafts.title})`),
      name: campaignName,
      draft: sql`coalesce(${drafts.number}, 0)`.mapWith(Number),
      version: campaignVersions.number,
      publishedVersionId: campaigns.publishedVersionId,
      publishedAt: published.at,
      goal: campaigns.goal,
      openedAt: campaigns.openedAt,
      closedAt: campaigns.closedAt,
      pausedAt: campaigns.pausedAt,
    })
    .from(campaigns)
    .leftJoin(campaignVersions, eq(campaignVersions.id, campaigns.publishedVersionId))
    .leftJoin(drafts, eq(drafts.campaignId, campaigns.id))
    .leftJoin(published, eq(published.id, campaigns.id))
    .orderBy(asc(campaigns.createdAt), asc(campaigns.slug))
}
