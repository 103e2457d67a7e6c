import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { supporters } from '@/db/schema/index'
import { asideOf } from '@/lib/content/content-for-mp'
import { type LiveCampaign, liveCampaigns } from '@/lib/content/find-campaign'
import type { Seat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'

/** The oldest other campaign that takes letters to this MP and that the owner of the supporter's address has not written for. */
export async function otherCampaign(
  ctx: Context,
  { campaignId, supporterId, seat }: { campaignId: string; supporterId: string; seat: Seat },
): Promise<LiveCampaign | null> {
  const fitting = (await liveCampaigns(ctx)).filter(
    ({ id, pausedWhy, content }) => id !== campaignId && pausedWhy === null && asideOf(content, seat) === null,
  )
  if (fitting.length === 0) return null
  const own = ctx.db.select({ hash: supporters.emailHash }).from(supporters).where(eq(supporters.id, supporterId))
  const done = await ctx.db
    .select({ campaignId: supporters.campaignId })
    .from(supporters)
    .where(
      and(
        inArray(supporters.emailHash, own),
        inArray(
          supporters.campaignId,
          fitting.map(({ id }) => id),
        ),
        isNotNull(supporters.confirmedAt),
        isNull(supporters.erasedAt),
      ),
    )
  return fitting.find(({ id }) => !done.some((each) => each.campaignId === id)) ?? null
}
