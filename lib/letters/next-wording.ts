import { and, count, eq } from 'drizzle-orm'
import { letters } from '@/db/schema'
import type { LiveCampaign } from '../campaigns/find'
import type { Context } from '../kernel/context'
import { chooseWording, type Wording } from './wording'

/** The wording that the next letter to this seat is given: the one that follows those already written. */
export async function nextWording(ctx: Context, campaign: LiveCampaign, constituencyCode: string): Promise<Wording> {
  const [row] = await ctx.db
    .select({ letters: count() })
    .from(letters)
    .where(and(eq(letters.campaignId, campaign.id), eq(letters.constituencyCode, constituencyCode)))
  return chooseWording(campaign.content, row?.letters ?? 0)
}
