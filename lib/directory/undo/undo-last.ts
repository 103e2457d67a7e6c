import { desc, eq } from 'drizzle-orm'
import { directoryUndos, type ReplacedKind } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { lockDirectory } from '@/lib/directory/lock-directory'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { keepUndo } from './keep-undo'
import { otherWay } from './kept-undos'
import { putBackMembers } from './put-back-members'
import { putBackPostcodes } from './put-back-postcodes'
import { putBackSplits } from './put-back-splits'

/**
 * What a kind's own part does: reads what was kept, says in `lines` what goes back, and with `write` puts it back. Gives
 * what to keep in its place, so that an undo can be undone. `since` is when the change was made.
 */
export type PutBack = (
  ctx: Context,
  kept: unknown,
  write: boolean,
  since: Date,
) => Promise<{ lines: string[]; back: unknown }>

/** `what`: the change that was undone, in words. */
export type Undone = { kind: ReplacedKind; what: string; lines: string[] }

const putBack: Record<ReplacedKind, PutBack> = {
  postcodes: putBackPostcodes,
  splits: putBackSplits,
  members: putBackMembers,
}

/**
 * Goes back to the postcodes, splits or members that were in use before the last change: of `kind`, or of whichever was
 * changed last. A second time brings the change back. A dry run changes nothing. Throws a `Refusal` where the actor may
 * not, and {@link ExpectedFailure} where nothing is kept.
 */
export function undoLast(ctx: Context, kind: ReplacedKind | null, { dryRun = false } = {}): Promise<Undone> {
  assertAllowed(ctx, 'directory.confirm')
  return inTransaction(ctx, async (tx) => {
    await lockDirectory(tx)
    const [kept] = await tx.db
      .select()
      .from(directoryUndos)
      .where(kind ? eq(directoryUndos.kind, kind) : undefined)
      .orderBy(desc(directoryUndos.at))
      .limit(1)
    if (!kept) throw new ExpectedFailure(`Nothing is kept${kind ? ` of ${kind}` : ''} to go back to.`)
    const { lines, back } = await putBack[kept.kind](tx, kept.back, !dryRun, kept.at)
    if (!dryRun) {
      await keepUndo(tx, kept.kind, { what: otherWay(kept.what), back })
      await recordAudit(tx, {
        verb: 'directory.undo',
        subject: { kind: 'directory', id: kept.kind },
        after: { undone: kept.what },
      })
    }
    return { kind: kept.kind, what: kept.what, lines }
  })
}
