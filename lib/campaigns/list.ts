import { and, asc, eq, max, sql } from 'drizzle-orm'
import { audit, campaigns, campaignVersions } from '@/db/schema'
import type { Context } from '../kernel/context'

/** A campaign as staff find it in a list. */
export type ListedCampaign = {
  id: string
  slug: string
  /** Of the published version; `null` where nothing is published yet. */
  title: string | null
  version: number | null
  publishedAt: Date | null
  goal: number
  openedAt: Date | null
  closedAt: Date | null
}

/** Every campaign, live or not, oldest first. */
export async function listCampaigns({ db }: Context): Promise<ListedCampaign[]> {
  const published = db
    .select({ id: audit.subjectId, at: max(audit.at).as('published_at') })
    .from(audit)
    .where(and(eq(audit.verb, 'campaign.publish'), eq(audit.subjectKind, 'campaign')))
    .groupBy(audit.subjectId)
    .as('published')
  return db
    .select({
      id: campaigns.id,
      slug: campaigns.slug,
      title: sql<string | null>`${campaignVersions.content} ->> 'title'`,
      version: campaignVersions.number,
      publishedAt: published.at,
      goal: campaigns.goal,
      openedAt: campaigns.openedAt,
      closedAt: campaigns.closedAt,
    })
    .from(campaigns)
    .leftJoin(campaignVersions, eq(campaignVersions.id, campaigns.publishedVersionId))
    .leftJoin(published, eq(published.id, sql`${campaigns.id}::text`))
    .orderBy(asc(campaigns.createdAt), asc(campaigns.slug))
}
