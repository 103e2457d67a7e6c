// State: one copy in a process.
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { campaignSlugs, campaigns } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { cached } from '@/lib/settings/cached'

/** Addresses that campaigns had, with the ones that they have. A change of either is a change of its campaign's row. */
const renamed = cached({ name: 'renamed campaigns', tables: ['campaigns'], load: readRenamed })

/** The slug that a campaign has now, by one that it had while it was live; `null` where no campaign had it. */
export async function renamedTo(ctx: Context, slug: string): Promise<string | null> {
  return (await renamed(ctx)).get(slug) ?? null
}

async function readRenamed(db: Database): Promise<Map<string, string>> {
  const rows = await db
    .select({ before: campaignSlugs.slug, now: campaigns.slug })
    .from(campaignSlugs)
    .innerJoin(campaigns, eq(campaigns.id, campaignSlugs.campaignId))
  return new Map(rows.map(({ before, now }) => [before, now]))
}
