import { judgeMembers } from '@/lib/directory/guard/judge-members'
import { type Compared, letIn, type Way } from '@/lib/directory/guard/let-in'
import { lockDirectory } from '@/lib/directory/lock-directory'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { applyMembers, recordReport } from './apply'
import { compareMembers, type MembersReport } from './compare'
import type { MemberRow } from './rows'

export type MembersImported = { report: MembersReport; compared: Compared }

/**
 * Brings the sitting MPs to what a list of members says, as of now: all of it or nothing. Seats that the list
 * does not name stay as they are; one that it names without a member becomes vacant. Gives what changed, or in a dry run
 * would change; throws {@link ExpectedFailure} for a constituency that the directory does not have, and `ChangesTooMuch`
 * as `judgeMembers` says.
 */
export function importMembers(ctx: Context, rows: readonly MemberRow[], way: Way = 'apply'): Promise<MembersImported> {
  return inTransaction(ctx, async (tx) => {
    await lockDirectory(tx)
    const comparison = await compareMembers(tx, rows)
    // A list names its members: that it counts none is no dissolution, as it is where Parliament itself counts none.
    const compared = await judgeMembers(tx, comparison, { sittings: rows, total: rows.length })
    const { report } = comparison
    if (!letIn(compared, way)) return { report, compared }
    await applyMembers(tx, rows, { at: tx.now(), source: 'import' })
    await recordReport(tx, 'import-members', report)
    return { report, compared }
  })
}
