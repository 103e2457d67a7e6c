import { eq } from 'drizzle-orm'
import { type Role, staff } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { callOffPublishingJob } from '@/lib/staff/jobs'
import { lockAdmins } from './lock-admins'

/**
 * Gives a member of the team another role, at once: sessions look it up at every request. Throws a `Refusal` where
 * the actor may not, and an `ExpectedFailure` where no administrator would be left. Nothing happens for someone
 * who is not on the team.
 */
export function setRole(ctx: Context, { id, role }: { id: string; role: Role }): Promise<void> {
  assertAllowed(ctx, 'team.set-role')
  return inTransaction(ctx, async (inner) => {
    await lockAdmins(inner, { leaving: role === 'admin' ? null : id })
    const [before] = await inner.db.select({ role: staff.role }).from(staff).where(eq(staff.id, id)).for('update')
    if (!before || before.role === role) return
    await inner.db.update(staff).set({ role }).where(eq(staff.id, id))
    await recordAudit(inner, { verb: 'team.set-role', subject: { kind: 'staff', id }, before, after: { role } })
    const byId = inner.actor.kind === 'staff' ? inner.actor.id : null
    await enqueue(inner, callOffPublishingJob, { staffId: id, byId }, { key: `call off ${id}` })
  })
}
