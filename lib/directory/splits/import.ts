import { postcodeFacts } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { judgeSplits, type NamedPostcode } from '@/lib/directory/guard/judge-splits'
import { type Compared, letIn, type Way } from '@/lib/directory/guard/let-in'
import { lockDirectory } from '@/lib/directory/lock-directory'
import { writtenPostcode } from '@/lib/directory/postcode'
import { openRelease, splitCount } from '@/lib/directory/postcodes/releases'
import { notePostcodesChanged } from '@/lib/directory/postcodes/version'
import { refuseStrangeSeats, seatNames } from '@/lib/directory/seat-names'
import { keepUndo } from '@/lib/directory/undo/keep-undo'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { counted } from '@/lib/kernel/text'
import type { SplitRows } from './split-rows'
import { factsAbout, type StoredFact, writeFacts } from './stored-facts'

export type SplitsReport = {
  /** Postcodes that now lie in several constituencies. */
  split: number
  /** Postcodes that the file puts in one constituency alone: no longer split, or put right. */
  single: number
}

export type SplitsImported = { report: SplitsReport; compared: Compared }

/**
 * Writes down which postcodes lie in several constituencies, or in another than a release says, all of them or none.
 * Those that `rows` names get its constituencies and no others; those that it does not name stay as they are. A dry run
 * changes nothing. Throws {@link ExpectedFailure} for a constituency that the directory does not have, and
 * `ChangesTooMuch` as `judgeSplits` says.
 */
export async function importSplits(ctx: Context, rows: SplitRows, way: Way = 'apply'): Promise<SplitsImported> {
  refuseStrangeSeats(await seatNames(ctx), [...new Set([...rows.values()].flatMap((seats) => [...seats.keys()]))])
  const single = [...rows.values()].filter(({ size }) => size === 1).length
  const report = { split: rows.size - single, single }
  return inTransaction(ctx, async (tx) => {
    await lockDirectory(tx)
    const postcodes = [...rows.keys()]
    const before = await factsAbout(tx, postcodes)
    const compared = await compare(tx, rows, before)
    if (!letIn(compared, way)) return { report, compared }
    const listed = [...rows].flatMap(([postcode, seats]) =>
      [...seats].map(([constituencyCode, properties]) => ({
        ...{ postcode, constituencyCode, properties },
        ...{ terminated: false, listed: true },
      })),
    )
    await writeFacts(tx, postcodes, listed)
    await keepUndo(tx, 'splits', {
      what: `A list of ${counted(rows.size, 'postcode')} came in`,
      back: { postcodes, facts: before },
    })
    await notePostcodesChanged(tx)
    await recordAudit(tx, { verb: 'import-splits', subject: { kind: 'directory', id: 'postcodes' }, after: report })
    return { report, compared }
  })
}

async function compare(ctx: Context, rows: SplitRows, facts: readonly StoredFact[]): Promise<Compared> {
  const index = (await openRelease(ctx))?.index ?? null
  const own = new Map<string, StoredFact[]>()
  for (const fact of facts) own.set(fact.postcode, [...(own.get(fact.postcode) ?? []), fact])
  const named = [...rows].map(([postcode, seats]): NamedPostcode => {
    const stored = own.get(postcode) ?? []
    const released = index?.find(postcode)?.seat
    const goesFirst = stored.length > 1 || stored.some(({ listed }) => listed) || !released
    const before = goesFirst ? stored.map(({ constituencyCode }) => constituencyCode) : [released]
    return { postcode: writtenPostcode(postcode), before, after: [...seats.keys()] }
  })
  const known = index?.postcodes ?? (await ctx.db.$count(postcodeFacts))
  return judgeSplits(named, { known, split: await splitCount(ctx), hasRelease: index !== null })
}
