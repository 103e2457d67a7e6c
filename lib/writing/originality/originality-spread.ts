import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { letters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/**
 * Letters by how much of each is its own or shared; `from` and `below` are shares from 0 to 1. `untold`: letters that say
 * too little for a share of their own.
 */
export type Spread = { bands: { from: number; below: number; own: number; overlap: number }[]; untold: number }

const EDGES = [0, 0.05, 0.25, 0.5, 0.75, 1.01] as const

/** The spread of a campaign's confirmed letters: by the writers' own share, and by the overlap with earlier ones to the same MP. */
export async function originalitySpread({ db }: Context, campaignId: string): Promise<Spread> {
  const rows = await db
    .select({
      own: bandOf(letters.ownShare),
      overlap: bandOf(letters.overlap),
      letters: sql`count(*)::int`.mapWith(Number),
    })
    .from(letters)
    .where(and(eq(letters.campaignId, campaignId), isNotNull(letters.confirmedAt), isNull(letters.chases)))
    .groupBy(sql`1`, sql`2`)
  const counted = (which: 'own' | 'overlap', band: number) =>
    rows.reduce((sum, row) => sum + (row[which] === band ? row.letters : 0), 0)
  const bands = EDGES.slice(0, -1).map((from, at) => ({
    from,
    below: EDGES[at + 1] ?? 1,
    own: counted('own', at + 1),
    overlap: counted('overlap', at + 1),
  }))
  return { bands, untold: counted('own', UNTOLD) }
}

/** The band of what has no share. */
const UNTOLD = 0

function bandOf(share: AnyPgColumn): SQL<number> {
  const edges = sql.raw(EDGES.join(','))
  return sql`coalesce(width_bucket(${share}::float8, array[${edges}]::float8[]), ${UNTOLD}::int)`.mapWith(Number)
}
