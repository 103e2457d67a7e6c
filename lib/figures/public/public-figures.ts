import type { Context } from '@/lib/kernel/context'
import { goalShown } from './goal'
import { type PublicSeats, publicSeats } from './public-seats'

/** What anyone may see of a campaign: seats with few supporters show as "under 5". */
export type PublicFigures = PublicTotals & {
  byConstituency: { code: string; name: string; supporters: number | 'under 5' }[]
}

export type PublicTotals = {
  supporters: number
  letters: number
  constituencies: number
  goal: number
  /** Confirmed in the last 24 hours. */
  lastDay: number
  updatedAt: string
}

/** The public figures of a campaign as of the last roll-up. */
export async function publicFigures(ctx: Context, campaign: { id: string; goal: number }): Promise<PublicFigures> {
  const counted = await publicSeats(ctx, campaign.id)
  return {
    ...totalsOf(counted, campaign.goal),
    byConstituency: counted.seats.flatMap(({ code, name, supporters: shown }) =>
      shown === null || shown === 0 ? [] : [{ code, name, supporters: shown }],
    ),
  }
}

/** The sums of a campaign, as a page begins with them and asks for them again. `goal`: the campaign's first. */
export function totalsOf(
  { supporters, letters, constituencies, lastDay, countedAt }: PublicSeats,
  goal: number,
): PublicTotals {
  return {
    ...{ supporters, letters, constituencies, lastDay },
    goal: goalShown(goal, supporters),
    updatedAt: countedAt.toISOString(),
  }
}
