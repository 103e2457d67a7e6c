import { isNotNull } from 'drizzle-orm'
import { postcodeReleases } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { lockDirectory } from '@/lib/directory/lock-directory'
import { seatNames } from '@/lib/directory/seat-names'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { grouped } from '@/lib/kernel/text'
import { packPostcodes } from './pack'
import type { Release } from './read-release'
import type { ReleaseName } from './release-name'
import { currentRelease, type PostcodeRelease } from './releases'
import { notePostcodesChanged } from './version'

export type ImportReport = {
  release: PostcodeRelease
  /** The release that answered before. */
  before: PostcodeRelease | null
  bytes: number
  /** Constituency codes that the directory does not have, with how many postcodes each, most first. */
  unknownSeats: [code: string, postcodes: number][]
}

const MOST_UNKNOWN_SHARE = 0.01

/**
 * Puts a release that was read in the place of the one before, in one transaction; every process takes it up within
 * seconds. Throws {@link ExpectedFailure} when its constituencies are of other boundaries than the directory's, unless
 * `otherBoundaries` allows that.
 */
export async function importPostcodes(
  ctx: Context,
  read: Release,
  { name, date }: ReleaseName,
  { otherBoundaries }: { otherBoundaries: boolean },
): Promise<ImportReport> {
  const unknownSeats = await seatsUnknown(ctx, read)
  if (!otherBoundaries) refuseOtherBoundaries(read, unknownSeats)
  const index = packPostcodes(read.collected)
  const release: PostcodeRelease = {
    name,
    released: date,
    checksum: read.checksum,
    importedAt: ctx.now(),
    postcodes: read.rows - read.again - read.unreadable.count,
    terminated: read.terminated,
    outside: Object.values(read.outside).reduce((sum, count) => sum + count, 0),
    nowhere: read.nowhere,
  }
  const before = await swapIn(ctx, release, index)
  return { release, before, bytes: index.length, unknownSeats }
}

async function swapIn(ctx: Context, release: PostcodeRelease, index: Uint8Array): Promise<PostcodeRelease | null> {
  try {
    return await inTransaction(ctx, async (tx) => {
      await lockDirectory(tx)
      const old = await currentRelease(tx)
      await tx.db.update(postcodeReleases).set({ index: null }).where(isNotNull(postcodeReleases.index))
      await tx.db.insert(postcodeReleases).values({ ...release, index })
      await notePostcodesChanged(tx)
      await recordAudit(tx, {
        verb: 'import-postcodes',
        subject: { kind: 'directory', id: 'postcodes' },
        before: old && { name: old.name, checksum: old.checksum },
        after: { name: release.name, checksum: release.checksum, postcodes: release.postcodes },
      })
      return old
    })
  } catch (error) {
    if (!isFull(error)) throw error
    throw new ExpectedFailure('The disk of the database is full. Nothing was changed.', { cause: error })
  }
}

// PostgreSQL's code for it (Appendix A, "disk_full"); Drizzle passes the driver's error on as the cause.
const DISK_FULL = '53100'

function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === DISK_FULL) || isFull(error.cause)
}

async function seatsUnknown(ctx: Context, { seats }: Release): Promise<[string, number][]> {
  const known = await seatNames(ctx)
  return Object.entries(seats)
    .filter(([code]) => !known.has(code))
    .sort(([, a], [, b]) => b - a)
}

function refuseOtherBoundaries({ seats }: Release, unknown: [string, number][]): void {
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
  const [strange, all] = [sum(unknown.map(([, count]) => count)), sum(Object.values(seats))]
  if (strange <= all * MOST_UNKNOWN_SHARE) return
  const some = unknown.slice(0, 3).map(([code]) => code)
  throw new ExpectedFailure(
    `This release is of other boundaries than the directory: ${grouped(strange)} of its ${grouped(all)} postcodes ` +
      `with a constituency lie in ${unknown.length} that the directory does not have (${some.join(', ')}…). ` +
      'Nothing was changed; --other-boundaries imports it all the same.',
  )
}
