import { eq } from 'drizzle-orm'
import { figureRolls } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { goalShown } from './goal'
import { publicSeats } from './public-seats'

/** What anyone may see of a campaign: seats with few supporters show as "under 5". */
export type PublicFigures = PublicTotals & {
  byConstituency: { code: string; name: string; supporters: number | 'under 5' }[]
}

export type PublicTotals = {
  supporters: number
  letters: number
  constituencies: number
  goal: number
  updatedAt: string
}

/** The public figures of a campaign as of the last roll-up. */
export async function publicFigures(ctx: Context, campaign: { id: string; goal: number }): Promise<PublicFigures> {
  const [{ supporters, letters, constituencies, seats }, [roll]] = await Promise.all([
    publicSeats(ctx, campaign.id),
    ctx.db.select({ at: figureRolls.rolledAt }).from(figureRolls).where(eq(figureRolls.campaignId, campaign.id)),
  ])
  return {
    supporters,
    letters,
    constituencies,
    goal: goalShown(campaign.goal, supporters),
    updatedAt: (roll?.at ?? ctx.now()).toISOString(),
    byConstituency: seats.flatMap(({ code, name, supporters: shown }) =>
      shown === null || shown === 0 ? [] : [{ code, name, supporters: shown }],
    ),
  }
}
