import { eq } from 'drizzle-orm'
import { staff } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { staffEmail } from '@/lib/staff/input'

/**
 * Makes the owner of `STAFF_ADMIN_EMAIL` administrator where the team has none. Once there is one, the
 * setting does nothing more: whoever was removed does not come back with the next start.
 */
export function ensureFirstAdmin(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    const [admin] = await inner.db.select({ id: staff.id }).from(staff).where(eq(staff.role, 'admin')).limit(1)
    const { staffAdminEmail } = ctx.env
    if (admin || !staffAdminEmail) return
    const email = staffEmail.parse(staffAdminEmail)
    const [made] = await inner.db
      .insert(staff)
      .values({ email, role: 'admin' })
      .onConflictDoUpdate({ target: staff.email, set: { role: 'admin' } })
      .returning({ id: staff.id })
    if (!made) return
    const subject = { kind: 'staff', id: made.id }
    await recordAudit(inner, { verb: 'team.first-admin', subject, after: { role: 'admin' } })
  })
}
