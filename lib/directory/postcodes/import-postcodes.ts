import { isNotNull } from 'drizzle-orm'
import { postcodeReleases } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { judgePostcodes } from '@/lib/directory/guard/judge-postcodes'
import { type Compared, letIn, type Way } from '@/lib/directory/guard/let-in'
import { lockDirectory } from '@/lib/directory/lock-directory'
import { seatNames, seatNations } from '@/lib/directory/seat-names'
import { keepUndo } from '@/lib/directory/undo/keep-undo'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { grouped } from '@/lib/kernel/text'
import { packPostcodes } from './pack'
import { openIndex } from './packed-index'
import type { Release } from './read-release'
import { datedByRows, type ReleaseName } from './release-name'
import { inUse, type OpenRelease, openRelease, type PostcodeRelease } from './releases'
import { notePostcodesChanged } from './version'

export type ImportReport = {
  release: PostcodeRelease
  /** The release that answered before. */
  before: PostcodeRelease | null
  bytes: number
  /** Constituency codes that the directory does not have, with how many postcodes each, most first. */
  unknownSeats: [code: string, postcodes: number][]
  /** How it compares with what was in use. */
  compared: Compared
}

const MOST_UNKNOWN_SHARE = 0.01

type Options = { otherBoundaries: boolean; way?: Way }

/**
 * Puts a release that was read in the place of the one before, in one transaction; every process takes it up within
 * seconds. A dry run changes nothing. Throws {@link ExpectedFailure} when its constituencies are of other boundaries
 * than the directory's, unless `otherBoundaries` allows that, and `ChangesTooMuch` as `judgePostcodes` says.
 */
export async function importPostcodes(
  ctx: Context,
  read: Release,
  named: ReleaseName,
  { otherBoundaries, way = 'apply' }: Options,
): Promise<ImportReport> {
  const { name, date, fromRows } = datedByRows(named, read.newestMonth, ctx.now())
  const release = {
    name: read.leftOut > 0 ? `${name} ${WITHOUT_NORTHERN_IRELAND}` : name,
    released: date,
    checksum: read.checksum,
    postcodes: read.rows - read.again - read.unreadable.count - read.leftOut,
    terminated: read.terminated,
    outside: sum(Object.values(read.outside)),
    nowhere: read.nowhere,
  }
  const packed = { release, fromRows, seats: read.seats, index: () => packPostcodes(read.collected) }
  return importPacked(ctx, packed, { otherBoundaries, way })
}

/** Stands behind the name of a release whose postcodes of Northern Ireland were left out. */
export const WITHOUT_NORTHERN_IRELAND = 'without Northern Ireland'

/** A release that is packed, or can be: `seats` has how many postcodes each constituency has. */
export type PackedRelease = {
  release: Omit<PostcodeRelease, 'importedAt'>
  fromRows?: true | undefined
  seats: Record<string, number>
  index: () => Uint8Array
}

/** Puts a packed release in the place of the one before, as {@link importPostcodes} does. */
export async function importPacked(
  ctx: Context,
  packed: PackedRelease,
  { otherBoundaries, way = 'apply' }: Options,
): Promise<ImportReport> {
  const { seats, fromRows } = packed
  const unknownSeats = await seatsUnknown(ctx, seats)
  if (!otherBoundaries) refuseOtherBoundaries(seats, unknownSeats)
  const index = packed.index()
  const release = { ...packed.release, importedAt: ctx.now() }
  return { release, ...(await swapIn(ctx, { release, fromRows }, index, way)), bytes: index.length, unknownSeats }
}

type Dated = { release: PostcodeRelease; fromRows: true | undefined }

async function swapIn(
  ctx: Context,
  { release, fromRows }: Dated,
  index: Uint8Array,
  way: Way,
): Promise<Pick<ImportReport, 'before' | 'compared'>> {
  try {
    return await inTransaction(ctx, async (tx) => {
      await lockDirectory(tx)
      const before = await openRelease(tx)
      const compared = await compare(tx, before, { release, fromRows }, index)
      if (!letIn(compared, way)) return { before, compared }
      await tx.db.update(postcodeReleases).set({ index: null }).where(isNotNull(postcodeReleases.replacedAt))
      await tx.db.update(postcodeReleases).set({ replacedAt: tx.now() }).where(inUse)
      await tx.db.insert(postcodeReleases).values({ ...release, index })
      await keepUndo(tx, 'postcodes', {
        what: before
          ? `${release.name} took the place of ${before.name}`
          : `${release.name} came in as the first release`,
        back: { release: before?.id ?? null },
      })
      await notePostcodesChanged(tx)
      await recordAudit(tx, {
        verb: 'import-postcodes',
        subject: { kind: 'directory', id: 'postcodes' },
        before: before && { name: before.name, checksum: before.checksum },
        after: { name: release.name, checksum: release.checksum, postcodes: release.postcodes },
      })
      return { before, compared }
    })
  } catch (error) {
    if (!isFull(error)) throw error
    throw new ExpectedFailure('The disk of the database is full. Nothing was changed.', { cause: error })
  }
}

async function compare(
  ctx: Context,
  before: OpenRelease | null,
  { release: { name, released }, fromRows }: Dated,
  packed: Uint8Array,
): Promise<Compared> {
  // One that this version cannot read answers nothing, and so is no measure.
  const measure = before?.index ? { ...before, index: before.index } : null
  return judgePostcodes(measure, { name, released, fromRows, index: openIndex(packed) }, await seatNations(ctx))
}

// PostgreSQL's code for it (Appendix A, "disk_full"); Drizzle passes the driver's error on as the cause.
const DISK_FULL = '53100'

function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === DISK_FULL) || isFull(error.cause)
}

type Seats = PackedRelease['seats']

async function seatsUnknown(ctx: Context, seats: Seats): Promise<[string, number][]> {
  const known = await seatNames(ctx)
  return Object.entries(seats)
    .filter(([code]) => !known.has(code))
    .sort(([, a], [, b]) => b - a)
}

function refuseOtherBoundaries(seats: Seats, unknown: [string, number][]): void {
  const [strange, all] = [sum(unknown.map(([, count]) => count)), sum(Object.values(seats))]
  if (strange <= all * MOST_UNKNOWN_SHARE) return
  const some = unknown.slice(0, 3).map(([code]) => code)
  throw new ExpectedFailure(
    `This release is of other boundaries than the directory: ${grouped(strange)} of its ${grouped(all)} postcodes ` +
      `with a constituency lie in ${unknown.length} that the directory does not have (${some.join(', ')}…). ` +
      'Nothing was changed; --other-boundaries imports it all the same.',
  )
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
