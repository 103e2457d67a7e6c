import { eq } from 'drizzle-orm'
import { figures } from '@/db/schema/index'
import { allSeats } from '@/lib/directory/seats'
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
export async function publicSeats(ctx: Context, campaignId: string): Promise<PublicSeats> {
  const [known, counts] = await Promise.all([allSeats(ctx), countsOf(ctx, campaignId)])
  const rows = known.map(({ code, name, nation }) => ({
    ...{ code, name, nation },
    ...(counts.get(code) ?? { supporters: 0, letters: 0 }),
  }))
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

async function countsOf(
  { db }: Context,
  campaignId: string,
): Promise<Map<string, { supporters: number; letters: number }>> {
  const rows = await db
    .select({ code: figures.constituencyCode, supporters: figures.supporters, letters: figures.letters })
    .from(figures)
    .where(eq(figures.campaignId, campaignId))
  return new Map(rows.map(({ code, ...counts }) => [code, counts]))
}
