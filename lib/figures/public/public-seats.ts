import { and, asc, eq, sql } from 'drizzle-orm'
import { constituencies, figures } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { type Masking, masked } from './masking'

/** A seat in public. `null`: not told, so that another's small number cannot be worked out. */
export type SeatShown = { code: string; name: string; nation: string; supporters: number | 'under 5' | null }

/** All 650 seats of a campaign as the public may see them, by name, with the sums over them. */
export type PublicSeats = {
  supporters: number
  letters: number
  constituencies: number
  masking: Masking
  seats: SeatShown[]
}

/** The seats as of the last roll-up; small numbers masked. */
export async function publicSeats({ db }: Context, campaignId: string): Promise<PublicSeats> {
  const rows = await db
    .select({
      code: constituencies.code,
      name: constituencies.name,
      nation: constituencies.nation,
      supporters: sql`coalesce(${figures.supporters}, 0)`.mapWith(Number),
      letters: sql`coalesce(${figures.letters}, 0)`.mapWith(Number),
    })
    .from(constituencies)
    .leftJoin(figures, and(eq(figures.constituencyCode, constituencies.code), eq(figures.campaignId, campaignId)))
    .orderBy(asc(constituencies.name))
  const { masking, seats } = masked(rows)
  const told = new Map(seats.map(({ code, supporters }) => [code, supporters]))
  return {
    supporters: rows.reduce((sum, seat) => sum + seat.supporters, 0),
    letters: rows.reduce((sum, seat) => sum + seat.letters, 0),
    constituencies: rows.filter(({ supporters }) => supporters > 0).length,
    masking,
    seats: rows.map(({ code, name, nation }) => ({
      code,
      name,
      nation,
      supporters: told.get(code) ?? (masking === 'left-out' ? null : 0),
    })),
  }
}
