import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { applyMembers, type MembersReport } from './apply-members'
import { lockDirectory } from './lock'
import type { MemberRow } from './member-rows'
import { noteMembers } from './members-source'
import { forgetSeats } from './seats'

/**
 * Brings the sitting MPs to what a list of members says, as of now: all of it or nothing. Seats that the list
 * does not name stay as they are; one that it names without a member becomes vacant. Gives what changed; throws
 * {@link ExpectedFailure} for a constituency that the directory does not have.
 */
export async function importMembers(ctx: Context, rows: readonly MemberRow[]): Promise<MembersReport> {
  const report = await inTransaction(ctx, async (tx) => {
    await lockDirectory(tx)
    const done = await applyMembers(tx, rows, tx.now())
    await noteMembers(tx, 'import')
    await recordAudit(tx, {
      verb: 'import-members',
      subject: { kind: 'directory', id: 'members' },
      after: codesOf(done),
    })
    return done
  })
  forgetSeats(ctx)
  return report
}

function codesOf(report: MembersReport) {
  const codes = (seats: { code: string }[]) => seats.map(({ code }) => code)
  return { new: codes(report.new), changed: codes(report.changed), left: codes(report.left) }
}
