import { eq, sql } from 'drizzle-orm'
import { figures } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** How many support a campaign as of the last roll-up, where nothing is asked of single seats. */
export async function supportersOf({ db }: Context, campaignId: string): Promise<number> {
  const [row] = await db
    .select({ supporters: sql`coalesce(sum(${figures.supporters}), 0)::int`.mapWith(Number) })
    .from(figures)
    .where(eq(figures.campaignId, campaignId))
  return row?.supporters ?? 0
}
