import { lockDirectory } from '@/lib/directory/lock-directory'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { applyMembers, recordReport } from './apply'
import type { MembersReport } from './compare'
import type { MemberRow } from './rows'
import { noteMembers } from './source'

/**
 * Brings the sitting MPs to what a list of members says, as of now: all of it or nothing. Seats that the list
 * does not name stay as they are; one that it names without a member becomes vacant. Gives what changed; throws
 * {@link ExpectedFailure} for a constituency that the directory does not have.
 */
export function importMembers(ctx: Context, rows: readonly MemberRow[]): Promise<MembersReport> {
  return inTransaction(ctx, async (tx) => {
    await lockDirectory(tx)
    const done = await applyMembers(tx, rows, tx.now())
    await noteMembers(tx, 'import')
    await recordReport(tx, 'import-members', done)
    return done
  })
}
