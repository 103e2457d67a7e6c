import { asc, eq, isNotNull, sql } from 'drizzle-orm'
import { campaigns, figures } from '@/db/schema/index'
import { campaignName } from '@/lib/content/campaign-name'
import type { Context } from '@/lib/kernel/context'
import { csvLines } from '@/lib/kernel/csv'

/** A campaign that programs can ask about, with its totals as of the last roll-up. Times are ISO 8601 in UTC. */
export type CountedCampaign = {
  id: string
  slug: string
  openedAt: string | null
  closedAt: string | null
  supporters: number
  letters: number
}

/** Campaigns by what staff call them. */
export function campaignsNamed({ db }: Context): Promise<{ id: string; slug: string; name: string }[]> {
  return db
    .select({ id: campaigns.id, slug: campaigns.slug, name: campaignName })
    .from(campaigns)
    .where(isNotNull(campaigns.publishedVersionId))
    .orderBy(asc(campaigns.createdAt), asc(campaigns.slug))
}

/** Every campaign that was ever published, oldest first. */
export async function countedCampaigns({ db }: Context): Promise<CountedCampaign[]> {
  const sum = (column: typeof figures.supporters | typeof figures.letters) =>
    sql`coalesce(sum(${column}), 0)::int`.mapWith(Number)
  const rows = await db
    .select({
      id: campaigns.id,
      slug: campaigns.slug,
      openedAt: campaigns.openedAt,
      closedAt: campaigns.closedAt,
      supporters: sum(figures.supporters),
      letters: sum(figures.letters),
    })
    .from(campaigns)
    .leftJoin(figures, eq(figures.campaignId, campaigns.id))
    .where(isNotNull(campaigns.publishedVersionId))
    .groupBy(campaigns.id)
    .orderBy(asc(campaigns.createdAt), asc(campaigns.slug))
  return rows.map((row) => ({
    ...row,
    openedAt: row.openedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
  }))
}

/** Campaigns with their figures as CSV, with a line of headings. */
export function campaignsAsCsv(rows: readonly Omit<CountedCampaign, 'id'>[]): string {
  return csvLines([
    ['slug', 'opened_at', 'closed_at', 'supporters', 'letters'],
    ...rows.map((row) => [row.slug, row.openedAt ?? '', row.closedAt ?? '', row.supporters, row.letters]),
  ])
}
