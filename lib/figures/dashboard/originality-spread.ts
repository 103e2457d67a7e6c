import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { SHARE_EDGES } from '@/lib/figures/roll-up/letter-days'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'

/**
 * Letters by how much of each is its own or shared; `from` and `below` are shares from 0 to 1. `untold`: letters that say
 * too little for a share of their own.
 */
export type Spread = { bands: { from: number; below: number; own: number; overlap: number }[]; untold: number }

const band = z.object({ own: z.number(), overlap: z.number(), letters: z.number() })

/**
 * The spread of a campaign's confirmed letters that count in figures: by the writers' own share, and by the overlap with
 * earlier ones to the same MP. As of the last roll-up.
 */
export async function originalitySpread({ db }: Context, campaignId: string): Promise<Spread> {
  const rows = await readRows(
    db,
    band,
    sql`
    select (facets -> 'own')::int as own, (facets -> 'overlap')::int as overlap, sum(letters)::int as letters
    from letter_days where kind = 'own' and campaign_id = ${campaignId}::uuid group by 1, 2`,
  )
  const counted = (which: 'own' | 'overlap', band: number) =>
    rows.reduce((sum, row) => sum + (row[which] === band ? row.letters : 0), 0)
  const bands = SHARE_EDGES.slice(0, -1).map((from, at) => ({
    from,
    below: SHARE_EDGES[at + 1] ?? 1,
    own: counted('own', at + 1),
    overlap: counted('overlap', at + 1),
  }))
  return { bands, untold: counted('own', UNTOLD) }
}

/** The band of what has no share. */
const UNTOLD = 0
