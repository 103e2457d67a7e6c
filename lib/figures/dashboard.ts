import { eq } from 'drizzle-orm'
import { constituencies, figureRolls, figures } from '@/db/schema'
import type { Context } from '../kernel/context'
import { lettersByState, type StateCount } from '../letters/by-state'

/** One constituency's figures, as staff see them: no number is masked. */
export type SeatFigures = { code: string; name: string; supporters: number; letters: number }

/** A campaign's figures for staff. Seats are as of the last roll-up, letters by state as of now. */
export type DashboardFigures = {
  supporters: number
  letters: number
  constituencies: number
  byState: StateCount[]
  bySeat: SeatFigures[]
  rolledAt: Date | null
}

/** Everything that the dashboard shows of one campaign; seats in no order. */
export async function dashboardFigures(ctx: Context, campaignId: string): Promise<DashboardFigures> {
  const { db } = ctx
  const [bySeat, byState, [roll]] = await Promise.all([
    db
      .select({
        code: figures.constituencyCode,
        name: constituencies.name,
        supporters: figures.supporters,
        letters: figures.letters,
      })
      .from(figures)
      .innerJoin(constituencies, eq(constituencies.code, figures.constituencyCode))
      .where(eq(figures.campaignId, campaignId)),
    lettersByState(ctx, campaignId),
    db.select({ at: figureRolls.rolledAt }).from(figureRolls).where(eq(figureRolls.campaignId, campaignId)),
  ])
  return {
    supporters: bySeat.reduce((sum, seat) => sum + seat.supporters, 0),
    letters: bySeat.reduce((sum, seat) => sum + seat.letters, 0),
    constituencies: bySeat.length,
    byState,
    bySeat,
    rolledAt: roll?.at ?? null,
  }
}
