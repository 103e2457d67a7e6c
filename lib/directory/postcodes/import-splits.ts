import { inArray } from 'drizzle-orm'
import { postcodeFacts } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { lockDirectory } from '@/lib/directory/lock-directory'
import { refuseStrangeSeats, seatNames } from '@/lib/directory/seat-names'
import { type Context, inTransaction } from '@/lib/kernel/context'
import type { SplitRows } from './split-rows'
import { notePostcodesChanged } from './version'

export type SplitsReport = {
  /** Postcodes that now lie in several constituencies. */
  split: number
  /** Postcodes that the file puts in one constituency alone: no longer split. */
  single: number
}

const AT_ONCE = 2000

/**
 * Writes down which postcodes lie in several constituencies, all of them or none. Those that `rows` names get its
 * constituencies and no others; those that it does not name stay as they are. Throws {@link ExpectedFailure} for a
 * constituency that the directory does not have.
 */
export async function importSplits(ctx: Context, rows: SplitRows): Promise<SplitsReport> {
  refuseStrangeSeats(await seatNames(ctx), [...new Set([...rows.values()].flatMap((seats) => [...seats]))])
  const single = [...rows.values()].filter(({ size }) => size === 1).length
  const report = { split: rows.size - single, single }
  await inTransaction(ctx, async (tx) => {
    await lockDirectory(tx)
    const postcodes = [...rows.keys()]
    for (let at = 0; at < postcodes.length; at += AT_ONCE) {
      const some = postcodes.slice(at, at + AT_ONCE)
      await tx.db.delete(postcodeFacts).where(inArray(postcodeFacts.postcode, some))
      await tx.db.insert(postcodeFacts).values(some.flatMap((postcode) => factsOf(postcode, rows)))
    }
    await notePostcodesChanged(tx)
    await recordAudit(tx, { verb: 'import-splits', subject: { kind: 'directory', id: 'postcodes' }, after: report })
  })
  return report
}

function factsOf(postcode: string, rows: SplitRows): (typeof postcodeFacts.$inferInsert)[] {
  return [...(rows.get(postcode) ?? [])].map((constituencyCode) => ({ postcode, constituencyCode }))
}
