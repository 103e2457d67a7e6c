// State: one copy in a process.
import { eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { constituencies, mps } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { cached } from '@/lib/settings/cached'
import { mpColumns } from './mp-columns'
import { compareByName } from './search/by-name'
import type { Mp, Seat } from './seat'

/** Somebody's time in a seat, from when they came until when. */
export type Sitting = { code: string; mp: Mp; until: Date | null }

/** The constituencies with who sits for them, and everybody who is in the directory, by their rows. */
type Directory = { seats: Seat[]; byCode: ReadonlyMap<string, Seat>; sittings: ReadonlyMap<string, Sitting> }

/** The whole directory: cached by each process, since every supporter's page asks for some of it. */
export const directory = cached({
  name: 'constituencies and MPs',
  tables: ['constituencies', 'mps'],
  load: async (db) => directoryOf(await rowsOf(db)),
})

/** The constituency with this GSS code and who sits for it; null when there is none. */
export async function findSeat(ctx: Context, code: string): Promise<Seat | null> {
  return (await findSeats(ctx, [code]))[0] ?? null
}

/** The same as it was committed, without asking for it in the caller's transaction: for what is settled again later. */
export async function findCommittedSeat(ctx: Context, code: string): Promise<Seat | null> {
  const known = await directory.committed()
  return known ? (known.byCode.get(code) ?? null) : findSeat(ctx, code)
}

/** Those constituencies of these codes that there are, by name. */
export async function findSeats(ctx: Context, codes: readonly string[]): Promise<Seat[]> {
  const { byCode } = await (directory.inMemory(ctx) ?? rowsOf(ctx.db, codes).then(directoryOf))
  return [...new Set(codes)].flatMap((code) => byCode.get(code) ?? []).sort(compareByName)
}

/** All seats, by name. */
export async function allSeats(ctx: Context): Promise<Seat[]> {
  return (await directory(ctx)).seats
}

/** Whether Parliament is dissolved: nobody sits for any seat. */
export async function parliamentIsDissolved(ctx: Context): Promise<boolean> {
  const known = await directory.inMemory(ctx)
  if (known) return known.seats.every(({ mp }) => !mp)
  const [anybody] = await ctx.db.select({ id: mps.id }).from(mps).where(isNull(mps.until)).limit(1)
  return !anybody
}

const columns = {
  constituency: { code: constituencies.code, name: constituencies.name, nation: constituencies.nation },
  mp: mpColumns,
  until: mps.until,
  // Told by the rows themselves, so that it cannot part from them; asked once for the whole statement.
  dissolved: sql`not exists (select from ${mps} as any_mp where any_mp.until is null)`.mapWith(Boolean),
}

/** A row for each that sat for a constituency, of all or of these, and one for a constituency that nobody ever sat for. */
async function rowsOf(db: Database, codes?: readonly string[]) {
  return db
    .select(columns)
    .from(constituencies)
    .leftJoin(mps, eq(mps.constituencyCode, constituencies.code))
    .where(codes && inArray(constituencies.code, [...codes]))
}

function directoryOf(rows: Awaited<ReturnType<typeof rowsOf>>): Directory {
  const byCode = new Map<string, Seat>()
  for (const { constituency, mp, until, dissolved } of rows) {
    const seat = byCode.get(constituency.code) ?? { ...constituency, mp: null, ...(dissolved ? { dissolved } : {}) }
    byCode.set(seat.code, mp && until === null ? { ...seat, mp } : seat)
  }
  const everybody = rows.flatMap(({ constituency: { code }, mp, until }) =>
    mp ? [[mp.id, { code, mp, until }] as const] : [],
  )
  return { seats: [...byCode.values()].sort(compareByName), byCode, sittings: new Map(everybody) }
}
