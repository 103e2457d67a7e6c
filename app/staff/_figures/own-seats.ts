import { asideOf } from '@/lib/content/content-for-mp'
import { findCampaign } from '@/lib/content/find-campaign'
import { allSeats } from '@/lib/directory/seats'
import type { Context } from '@/lib/kernel/context'

/** The codes of the seats that a campaign is for; `null` where that is all of them, or not known before it is live. */
export async function ownSeats(ctx: Context, campaign: { slug: string } | null): Promise<string[] | null> {
  const live = campaign && (await findCampaign(ctx, campaign.slug))
  if (!live) return null
  const seats = await allSeats(ctx)
  const own = seats.filter((seat) => asideOf(live.content, seat) === null)
  return own.length < seats.length ? own.map(({ code }) => code) : null
}
