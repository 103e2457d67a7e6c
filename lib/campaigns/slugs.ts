import { and, eq, ne, sql } from 'drizzle-orm'
import { campaignSlugs, campaigns } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/**
 * Whether a slug is another campaign's, or was while that was live: it leads there for ever. In the caller's transaction,
 * which from then on alone gives slugs out: two that want one come one after the other.
 */
export async function slugIsTaken({ db }: Context, slug: string, campaignId?: string): Promise<boolean> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('campaign slugs'))`)
  const others = await db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(eq(campaigns.slug, slug), campaignId ? ne(campaigns.id, campaignId) : undefined))
  const had = await db
    .select({ id: campaignSlugs.campaignId })
    .from(campaignSlugs)
    .where(and(eq(campaignSlugs.slug, slug), campaignId ? ne(campaignSlugs.campaignId, campaignId) : undefined))
  return others.length + had.length > 0
}

/** Has a campaign's old slug lead to its new one for ever; one that it had before and has again leads nowhere else. */
export async function leadFromOldSlug(ctx: Context, campaignId: string, before: string, now: string): Promise<void> {
  await ctx.db.delete(campaignSlugs).where(and(eq(campaignSlugs.slug, now), eq(campaignSlugs.campaignId, campaignId)))
  await ctx.db.insert(campaignSlugs).values({ slug: before, campaignId, since: ctx.now() }).onConflictDoNothing()
}
