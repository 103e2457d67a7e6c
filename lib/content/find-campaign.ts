// State: one copy in a process.
import { asc, eq } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { Database } from '@/db/client'
import { campaigns, campaignVersions } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { cached } from '@/lib/settings/cached'
import { type CampaignContent, campaignContent } from './content'
import { fillPeriods } from './keeping-periods/fill'

/** A campaign as the public meets it: with the text of its published version. */
export type LiveCampaign = {
  id: string
  slug: string
  versionId: string
  goal: number
  closedAt: Date | null
  /** Why nobody can write at present; `null` while they can. */
  pausedWhy: string | null
  /** What staff say once it is closed, an empty line between paragraphs; `null` where they say nothing. */
  closingWords: string | null
  publishedAt: Date
  content: CampaignContent
}

const published = cached({ name: 'campaigns', tables: ['campaigns'], load: readPublished })

/** The campaign of that slug, or `null` when there is none, it is not published, or it has not opened. */
export async function findCampaign(ctx: Context, slug: string): Promise<LiveCampaign | null> {
  const campaign = (await opened(ctx)).find((each) => each.slug === slug)
  return campaign ? withContent(ctx, campaign) : null
}

/** The address part of a campaign that has letters, so that it was published. */
export async function campaignSlugOf(ctx: Context, campaignId: string): Promise<string> {
  const campaign = (await published(ctx)).find(({ id }) => id === campaignId)
  if (!campaign) throw new Error(`The campaign ${campaignId} is not published.`)
  return campaign.slug
}

/**
 * A campaign's text as it is published now, closed or not, also from a transaction as others have committed it; `null` where
 * none is.
 */
export async function publishedContent(ctx: Context, campaignId: string): Promise<CampaignContent | null> {
  const campaign = (await (published.committed() ?? published(ctx))).find(({ id }) => id === campaignId)
  return campaign ? versionContent(ctx, campaign.versionId) : null
}

/** Every published campaign that is open, oldest first. */
export async function liveCampaigns(ctx: Context): Promise<LiveCampaign[]> {
  const open = (await opened(ctx)).filter(({ closedAt }) => !closedAt || closedAt > ctx.now())
  return Promise.all(open.map((campaign) => withContent(ctx, campaign)))
}

/** The text that a letter was written from, as the public reads it: with how long things are kept. */
export async function versionContent(ctx: Context, versionId: string): Promise<CampaignContent> {
  return fillPeriods(ctx, await writtenContent(ctx, versionId))
}

/** A version's text as staff wrote it, its periods not filled in: for wordings, asks, the colour. It never changes. */
export async function writtenContent({ db }: Context, versionId: string): Promise<CampaignContent> {
  const known = texts.get(versionId)
  if (known) return known
  const [row] = await db
    .select({ content: campaignVersions.content })
    .from(campaignVersions)
    .where(eq(campaignVersions.id, versionId))
  return contentOf(versionId, row?.content)
}

/** Those that have opened by now, closed ones among them, and whose page is not taken down. */
async function opened(ctx: Context): Promise<Published[]> {
  return (await published(ctx)).filter(
    ({ openedAt, unpublishedAt }) => unpublishedAt === null && openedAt !== null && openedAt <= ctx.now(),
  )
}

type Published = Omit<LiveCampaign, 'content'> & { openedAt: Date | null; unpublishedAt: Date | null }

function readPublished(db: Database): Promise<Published[]> {
  return db
    .select({
      id: campaigns.id,
      slug: campaigns.slug,
      goal: campaigns.goal,
      openedAt: campaigns.openedAt,
      closedAt: campaigns.closedAt,
      pausedWhy: campaigns.pausedWhy,
      closingWords: campaigns.closingWords,
      unpublishedAt: campaigns.unpublishedAt,
      versionId: campaignVersions.id,
      publishedAt: campaignVersions.createdAt,
    })
    .from(campaigns)
    .innerJoin(campaignVersions, eq(campaignVersions.id, campaigns.publishedVersionId))
    .orderBy(asc(campaigns.createdAt))
}

async function withContent(
  ctx: Context,
  { openedAt: _, unpublishedAt: __, ...campaign }: Published,
): Promise<LiveCampaign> {
  return { ...campaign, content: await versionContent(ctx, campaign.versionId) }
}

const CACHED_MOST = 100
const texts = new LRUCache<string, CampaignContent>({ max: CACHED_MOST })

/** A version never changes, so its text is checked once in each process, as long as it is asked for. */
function contentOf(versionId: string, stored: unknown): CampaignContent {
  const content = campaignContent.parse(stored)
  texts.set(versionId, content)
  return content
}

/** Whether nobody can write any more, or at present: then a campaign's page says why. */
export function isClosedToWriting(campaign: LiveCampaign, now: Date): boolean {
  return campaign.pausedWhy !== null || hasEnded(campaign, now)
}

/** Whether it is closed for good: then its page tells what was asked, and how many asked it. */
export function hasEnded({ closedAt }: LiveCampaign, now: Date): boolean {
  return closedAt !== null && closedAt <= now
}
