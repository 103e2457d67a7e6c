import { and, desc, eq, lte, sql } from 'drizzle-orm'
import { campaignPublications, campaignVersions, staff } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { HOUR } from '@/lib/kernel/time/durations'
import { inOwnCampaigns } from '@/lib/staff/own-campaigns'

/** One immutable state of a campaign's text, finished or not. */
export type Version = { id: string; number: number; content: unknown; note: string; by: string; at: Date }

/** A version in a list, without its text. */
export type ListedVersion = Omit<Version, 'content'> & {
  /** When it last went live, and what was noted then. */
  publishedAt: Date | null
  publishedNote: string
  /** Earlier saves by the same person that it stands for, newest first. */
  folded: readonly { number: number; at: Date }[]
}

/** A page of a campaign's saves. `older` is the number of the first save on the next page; `null` on the last. */
export type VersionPage = { versions: ListedVersion[]; older: number | null }

const who =
  sql`coalesce(${staff.email}, case ${campaignVersions.createdBy} when 'system' then 'the installation' else 'no longer on the team' end)`.mapWith(
    String,
  )

const columns = {
  id: campaignVersions.id,
  number: campaignVersions.number,
  content: campaignVersions.content,
  note: campaignVersions.note,
  by: who,
  at: campaignVersions.createdAt,
}

/** The newest version: the draft. `null` where there is no such campaign, or the actor does not work on it. */
export async function latestVersion(ctx: Context, campaignId: string): Promise<Version | null> {
  const [row] = await ctx.db
    .select(columns)
    .from(campaignVersions)
    .leftJoin(staff, eq(staff.id, campaignVersions.createdBy))
    .where(and(eq(campaignVersions.campaignId, campaignId), own(ctx)))
    .orderBy(desc(campaignVersions.number))
    .limit(1)
  return row ?? null
}

/** One version of a campaign, by its number or its id; `null` where there is none, or the actor does not work on it. */
export async function findVersion(ctx: Context, campaignId: string, which: number | string): Promise<Version | null> {
  const [row] = await ctx.db
    .select(columns)
    .from(campaignVersions)
    .leftJoin(staff, eq(staff.id, campaignVersions.createdBy))
    .where(
      and(
        eq(campaignVersions.campaignId, campaignId),
        own(ctx),
        typeof which === 'number' ? eq(campaignVersions.number, which) : eq(campaignVersions.id, which),
      ),
    )
  return row ?? null
}

/** The text of a version of any campaign, by its id, and of which it is; `null` where there is none. It is to be compared with, not to be shown. */
export async function findAnyVersion(
  { db }: Context,
  id: string,
): Promise<{ campaignId: string; content: unknown } | null> {
  const [row] = await db
    .select({ campaignId: campaignVersions.campaignId, content: campaignVersions.content })
    .from(campaignVersions)
    .where(eq(campaignVersions.id, id))
  return row ?? null
}

const RUN_MS = HOUR
const PAGE = 100

/**
 * The saves of a campaign, newest first, a hundred at once, from number `from` downwards or from the newest. Those of one
 * person within an hour of the next are folded into the last of them.
 */
export async function listVersions(
  ctx: Context,
  campaignId: string,
  { from, most = PAGE }: { from?: number | null; most?: number } = {},
): Promise<VersionPage> {
  const published = ctx.db
    .select({
      versionId: campaignPublications.versionId,
      at: sql`max(${campaignPublications.at})`.mapWith(campaignPublications.at).as('at'),
      note: sql`(array_agg(${campaignPublications.note} order by ${campaignPublications.id} desc))[1]`
        .mapWith(String)
        .as('published_note'),
    })
    .from(campaignPublications)
    .where(eq(campaignPublications.campaignId, campaignId))
    .groupBy(campaignPublications.versionId)
    .as('published')
  const rows = await ctx.db
    .select({
      id: campaignVersions.id,
      number: campaignVersions.number,
      note: campaignVersions.note,
      by: who,
      at: campaignVersions.createdAt,
      publishedAt: published.at,
      publishedNote: sql`coalesce(${published.note}, '')`.mapWith(String),
    })
    .from(campaignVersions)
    .leftJoin(staff, eq(staff.id, campaignVersions.createdBy))
    .leftJoin(published, eq(published.versionId, campaignVersions.id))
    .where(
      and(eq(campaignVersions.campaignId, campaignId), own(ctx), from ? lte(campaignVersions.number, from) : undefined),
    )
    .orderBy(desc(campaignVersions.number))
    .limit(most + 1)
  return { versions: folded(rows.slice(0, most)), older: rows[most]?.number ?? null }
}

function own(ctx: Context) {
  return inOwnCampaigns(ctx, campaignVersions.campaignId)
}

type Save = Omit<ListedVersion, 'folded'>

function folded(rows: readonly Save[]): ListedVersion[] {
  const runs: Save[][] = []
  for (const row of rows) {
    const run = runs.at(-1)
    const [later, last] = [run?.[0], run?.at(-1)]
    const belongs =
      later &&
      last &&
      row.by === later.by &&
      !row.publishedAt &&
      row.note === '' &&
      last.note === '' &&
      last.at.getTime() - row.at.getTime() < RUN_MS
    if (belongs) run?.push(row)
    else runs.push([row])
  }
  return runs.flatMap(([shown, ...earlier]) =>
    shown ? [{ ...shown, folded: earlier.map(({ number, at }) => ({ number, at })) }] : [],
  )
}
