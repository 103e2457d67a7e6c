import { asc, eq } from 'drizzle-orm'
import { constituencies, figureRolls, figures } from '@/db/schema'
import type { Context } from '../kernel/context'
import { goalShown } from './goal'

const MASKED_UNDER = 5

/** What anyone may see of a campaign: seats with few supporters show as "under 5". */
export type PublicFigures = {
  supporters: number
  letters: number
  constituencies: number
  goal: number
  updatedAt: string
  byConstituency: { code: string; name: string; supporters: number | 'under 5' }[]
}

/** The public figures of a campaign as of the last roll-up. */
export async function publicFigures(ctx: Context, campaign: { id: string; goal: number }): Promise<PublicFigures> {
  const [seats, [roll]] = await Promise.all([
    ctx.db
      .select({
        code: figures.constituencyCode,
        name: constituencies.name,
        supporters: figures.supporters,
        letters: figures.letters,
      })
      .from(figures)
      .innerJoin(constituencies, eq(constituencies.code, figures.constituencyCode))
      .where(eq(figures.campaignId, campaign.id))
      .orderBy(asc(constituencies.name)),
    ctx.db.select({ at: figureRolls.rolledAt }).from(figureRolls).where(eq(figureRolls.campaignId, campaign.id)),
  ])
  const supporters = seats.reduce((sum, seat) => sum + seat.supporters, 0)
  return {
    supporters,
    letters: seats.reduce((sum, seat) => sum + seat.letters, 0),
    constituencies: seats.length,
    goal: goalShown(campaign.goal, supporters),
    updatedAt: (roll?.at ?? ctx.now()).toISOString(),
    byConstituency: seats.map(({ code, name, supporters: count }) => ({
      code,
      name,
      supporters: count < MASKED_UNDER ? 'under 5' : count,
    })),
  }
}
