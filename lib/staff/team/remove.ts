import { eq } from 'drizzle-orm'
import { formerStaff, type Role, staff, staffSessions, staffSignInLinks } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { callOffPublishingJob } from '@/lib/staff/jobs'
import { lockAdmins } from './lock-admins'

/** Who has left, and how: `withdrawn` is an invitation that was never followed. */
export type Removed = { outcome: 'removed' | 'withdrawn' | 'unknown'; email: string; role: Role | null }

/**
 * Takes a member off the team, at once and everywhere: their sessions and their ways in go in the same transaction.
 * Throws a `Refusal` where the actor may not, and an `ExpectedFailure` where no administrator would be left.
 */
export function removeMember(ctx: Context, id: string): Promise<Removed> {
  assertAllowed(ctx, 'team.remove')
  return inTransaction(ctx, async (inner) => {
    await lockAdmins(inner, { leaving: id })
    await inner.db.delete(staffSessions).where(eq(staffSessions.userId, id))
    const [gone] = await inner.db
      .delete(staff)
      .where(eq(staff.id, id))
      .returning({ email: staff.email, role: staff.role, signedInAt: staff.emailVerified })
    if (!gone) return { outcome: 'unknown', email: '', role: null }
    const { email, role } = gone
    await inner.db.delete(staffSignInLinks).where(eq(staffSignInLinks.identifier, email))
    const outcome = gone.signedInAt ? 'removed' : 'withdrawn'
    // The audit knows its rows by ids: for a while it can still be seen whose they are.
    await inner.db.insert(formerStaff).values({ id, email, leftAt: inner.now() })
    const verb = outcome === 'removed' ? 'team.remove' : 'team.withdraw'
    await recordAudit(inner, { verb, subject: { kind: 'staff', id }, before: { role } })
    const byId = inner.actor.kind === 'staff' ? inner.actor.id : null
    if (gone.signedInAt) await enqueue(inner, callOffPublishingJob, { staffId: id, byId }, { key: `call off ${id}` })
    return { outcome, email, role }
  })
}
