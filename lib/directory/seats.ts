// State: one copy in a process.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { constituencies, mps } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { compareByName } from './search/by-name'
import type { Constituency, Mp, Seat } from './seat'

/** The constituency with this GSS code and who sits for it; null when there is none. */
export async function findSeat(ctx: Context, code: string): Promise<Seat | null> {
  const [row] = await seatRows(ctx).where(eq(constituencies.code, code))
  return row ? seatOf(row) : null
}

const KEPT_MS = 10_000
const kept = new WeakMap<Context['db'], { at: number; seats: Promise<Seat[]> }>()

/** All seats, by name. Kept for 10 seconds in each process, since many pages list them. */
export function allSeats(ctx: Context): Promise<Seat[]> {
  const now = ctx.now().getTime()
  const found = kept.get(ctx.db)
  if (found && Math.abs(now - found.at) < KEPT_MS) return found.seats
  const seats = seatRows(ctx).then((rows) => rows.map(seatOf).sort(compareByName))
  kept.set(ctx.db, { at: now, seats })
  seats.catch(() => kept.delete(ctx.db))
  return seats
}

/** Makes the next {@link allSeats} of this process read again. */
export function forgetSeats(ctx: Context): void {
  kept.delete(ctx.db)
}

const columns = {
  constituency: { code: constituencies.code, name: constituencies.name, nation: constituencies.nation },
  mp: { id: mps.id, memberId: mps.memberId, name: mps.name, party: mps.party, email: mps.email },
  // Told by the rows themselves, so that it cannot part from them; asked once for the whole statement.
  dissolved: sql<boolean>`not exists (select from ${mps} as any_mp where any_mp.until is null)`,
}

const sitting = and(eq(mps.constituencyCode, constituencies.code), isNull(mps.until))

function seatRows(ctx: Context) {
  return ctx.db.select(columns).from(constituencies).leftJoin(mps, sitting).$dynamic()
}

type Row = { constituency: Constituency; mp: Mp | null; dissolved: boolean }

function seatOf({ constituency, mp, dissolved }: Row): Seat {
  return { ...constituency, mp, ...(dissolved ? { dissolved } : {}) }
}

/** Whether Parliament is dissolved: nobody sits for any seat. */
export async function parliamentIsDissolved(ctx: Context): Promise<boolean> {
  const [anybody] = await ctx.db.select({ id: mps.id }).from(mps).where(isNull(mps.until)).limit(1)
  return !anybody
}
