import { eq } from 'drizzle-orm'
import { type Role, staff } from '@/db/schema'
import { recordAudit } from '../audit/record'
import { type Context, inTransaction } from '../kernel/context'
import { ExpectedFailure } from '../kernel/errors'
import { assertAllowed } from './assert-allowed'

/**
 * Gives a member of the team another role, at once: sessions look it up at every request. Throws a
 * `Refusal` where the actor may not, and an `ExpectedFailure` where no administrator would be left.
 */
export function setRole(ctx: Context, { id, role }: { id: string; role: Role }): Promise<void> {
  assertAllowed(ctx, 'team.set-role')
  return inTransaction(ctx, async (inner) => {
    // Locked, so that two administrators who demote each other do not both succeed.
    const admins = await inner.db.select({ id: staff.id }).from(staff).where(eq(staff.role, 'admin')).for('update')
    if (role !== 'admin' && admins.every((admin) => admin.id === id)) {
      throw new ExpectedFailure('The team needs an administrator: make someone else one first.')
    }
    const [before] = await inner.db.select({ role: staff.role }).from(staff).where(eq(staff.id, id)).for('update')
    if (!before || before.role === role) return
    await inner.db.update(staff).set({ role }).where(eq(staff.id, id))
    await recordAudit(inner, { verb: 'team.set-role', subject: { kind: 'staff', id }, before, after: { role } })
  })
}
