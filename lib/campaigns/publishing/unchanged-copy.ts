import { eq } from 'drizzle-orm'
import { campaignPublications, campaigns } from '@/db/schema/index'
import { findAnyVersion } from '@/lib/campaigns/versions'
import { sameParts } from '@/lib/content/changes/same-parts'
import { fieldsOf, textOf } from '@/lib/content/fields/fields'
import type { Context } from '@/lib/kernel/context'
import { isOwnCampaign } from '@/lib/staff/own-campaigns'

/** Parts of a text that are as they were when it was copied, and what the campaign that they are from is called, where the actor works on it too. */
export type UnchangedCopy = { from: string | null; parts: { id: string; title: string }[] }

/**
 * What a campaign that was begun as a copy, and has never been live, still says as the other does; `null` where that is
 * nothing. It goes live only for whoever says that it is meant.
 */
export async function unchangedCopy(ctx: Context, campaignId: string, content: unknown): Promise<UnchangedCopy | null> {
  const [row] = await ctx.db
    .select({ copiedFrom: campaigns.copiedFrom })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId))
  if (!row?.copiedFrom) return null
  if ((await ctx.db.$count(campaignPublications, eq(campaignPublications.campaignId, campaignId))) > 0) return null
  const copied = await findAnyVersion(ctx, row.copiedFrom)
  const parts = copied ? sameParts(content, copied.content).map(({ id, title }) => ({ id, title })) : []
  return copied && parts.length > 0
    ? { from: isOwnCampaign(ctx, copied.campaignId) ? textOf(fieldsOf(copied.content).title) : null, parts }
    : null
}

/** Whether whoever publishes has said of each of these parts that it is meant. */
export function isMeant(copy: UnchangedCopy | null, meant: readonly string[] | 'asked'): boolean {
  return copy === null || meant === 'asked' || copy.parts.every(({ id }) => meant.includes(id))
}
