// State: one copy in a process.
import { and, asc, eq, lte } from 'drizzle-orm'
import { campaigns, campaignVersions } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { type CampaignContent, campaignContent } from './content'
import { fillPeriods } from './periods/fill'

/** A campaign as the public meets it: with the text of its published version. */
export type LiveCampaign = {
  id: string
  slug: string
  versionId: string
  goal: number
  closedAt: Date | null
  /** Why nobody can write at present; `null` while they can. */
  pausedWhy: string | null
  publishedAt: Date
  content: CampaignContent
}

/** The campaign of that slug, or `null` when there is none, it is not published, or it has not opened. */
export async function findCampaign(ctx: Context, slug: string): Promise<LiveCampaign | null> {
  const [row] = await published(ctx).where(and(eq(campaigns.slug, slug), lte(campaigns.openedAt, ctx.now())))
  return row ? parsed(ctx, row) : null
}

/** Every published campaign that is open, oldest first. */
export async function liveCampaigns(ctx: Context): Promise<LiveCampaign[]> {
  const rows = await published(ctx).where(lte(campaigns.openedAt, ctx.now())).orderBy(asc(campaigns.createdAt))
  const open = rows.filter(({ closedAt }) => !closedAt || closedAt > ctx.now())
  return Promise.all(open.map((row) => parsed(ctx, row)))
}

/** The text that a letter was written from, as the public reads it: with how long things are kept. */
export async function versionContent(ctx: Context, versionId: string): Promise<CampaignContent> {
  return fillPeriods(ctx, await writtenContent(ctx, versionId))
}

/** The same as staff wrote it, for what says nothing of keeping: wordings, asks, the colour. It never changes. */
export async function writtenContent({ db }: Context, versionId: string): Promise<CampaignContent> {
  const known = kept.get(versionId)
  if (known) return known
  const [row] = await db
    .select({ content: campaignVersions.content })
    .from(campaignVersions)
    .where(eq(campaignVersions.id, versionId))
  return contentOf(versionId, row?.content)
}

function published({ db }: Context) {
  return db
    .select({
      id: campaigns.id,
      slug: campaigns.slug,
      goal: campaigns.goal,
      closedAt: campaigns.closedAt,
      pausedWhy: campaigns.pausedWhy,
      versionId: campaignVersions.id,
      publishedAt: campaignVersions.createdAt,
      content: campaignVersions.content,
    })
    .from(campaigns)
    .innerJoin(campaignVersions, and(eq(campaignVersions.id, campaigns.publishedVersionId)))
    .$dynamic()
}

async function parsed(ctx: Context, row: Omit<LiveCampaign, 'content'> & { content: unknown }): Promise<LiveCampaign> {
  return { ...row, content: await fillPeriods(ctx, contentOf(row.versionId, row.content)) }
}

const KEPT_MOST = 100
const kept = new Map<string, CampaignContent>()

/** A version never changes, so its text is checked once in each process. */
function contentOf(versionId: string, stored: unknown): CampaignContent {
  const known = kept.get(versionId)
  if (known) return known
  const content = campaignContent.parse(stored)
  if (kept.size >= KEPT_MOST) kept.clear()
  kept.set(versionId, content)
  return content
}

/** Whether nobody can write any more, or at present: then a campaign's page says why. */
export function isClosedToWriting({ closedAt, pausedWhy }: LiveCampaign, now: Date): boolean {
  return pausedWhy !== null || (closedAt !== null && closedAt <= now)
}
