// State: one copy in a process.
import { eq, sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { figureRolls, figures } from '@/db/schema/index'
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
  /** Confirmed in the 24 hours before the roll-up, as far as whole hours tell. */
  lastDay: number
  /** When the roll-up was; now, before the first one. */
  countedAt: Date
  masking: Masking
  seats: SeatShown[]
}

type Cached = { version: string; known: Awaited<ReturnType<typeof allSeats>>; shown: PublicSeats }

/** Of so many campaigns what was last worked out; some 100 kB each. */
const CACHED_MOST = 100
const cached = new LRUCache<string, Cached>({ max: CACHED_MOST })

/** The seats and their sums as of one roll-up, the last; small numbers masked. Worked out once for each roll-up. */
export async function publicSeats(ctx: Context, campaignId: string): Promise<PublicSeats> {
  const known = await allSeats(ctx)
  const before = cached.get(campaignId)
  if (before?.known === known && before.version === (await versionOf(ctx, campaignId))) return before.shown
  const { counts, roll } = await countsOf(ctx, campaignId)
  const shown = shownOf(known, counts, { lastDay: roll?.lastDay ?? 0, countedAt: roll?.countedAt ?? ctx.now() })
  if (roll?.version) cached.set(campaignId, { version: roll.version, known, shown })
  return shown
}

/** By which one roll-up is told from the next, whatever the clock says: the transaction that wrote its row. */
const version = sql<string | null>`${figureRolls}.xmin::text`

async function versionOf({ db }: Context, campaignId: string): Promise<string | null> {
  const [row] = await db.select({ version }).from(figureRolls).where(eq(figureRolls.campaignId, campaignId))
  return row?.version ?? null
}

function shownOf(
  known: Cached['known'],
  counts: Map<string, { supporters: number; letters: number }>,
  roll: Pick<PublicSeats, 'lastDay' | 'countedAt'>,
): PublicSeats {
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
    ...roll,
    masking,
    seats: rows.map(({ code, name, nation }) => ({
      code,
      name,
      nation,
      supporters: told.get(code) ?? (masking === 'left-out' ? null : 0),
    })),
  }
}

/** In one statement, so that all of it is of one roll-up. */
async function countsOf({ db }: Context, campaignId: string) {
  const rows = await db
    .select({
      code: figures.constituencyCode,
      supporters: figures.supporters,
      letters: figures.letters,
      countedAt: figureRolls.rolledAt,
      lastDay: figureRolls.lastDay,
      version,
    })
    // Either may be missing yet; the table of campaigns, which processes hold in memory, is not asked.
    .from(sql`(select ${campaignId}::uuid as id) wanted`)
    .leftJoin(figureRolls, sql`${figureRolls.campaignId} = wanted.id`)
    .leftJoin(figures, sql`${figures.campaignId} = wanted.id`)
  const counts = new Map(
    rows.flatMap(({ code, supporters, letters }) =>
      code === null ? [] : [[code, { supporters: supporters ?? 0, letters: letters ?? 0 }] as const],
    ),
  )
  return { counts, roll: rows[0] }
}
