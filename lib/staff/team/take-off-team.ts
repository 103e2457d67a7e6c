import { eq } from 'drizzle-orm'
import { formerStaff, type Role, staff, staffSessions, staffSignInLinks } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { callOffPublishingJob } from '@/lib/staff/jobs'

/** Who has left, and how: `withdrawn` is an invitation that was never followed. */
export type Removed = { outcome: 'removed' | 'withdrawn' | 'unknown'; email: string; role: Role | null }

/** Takes a member off the team in the caller's transaction: their sessions and their ways in go with them. */
export async function takeOffTeam(ctx: Context, id: string): Promise<Removed> {
  await ctx.db.delete(staffSessions).where(eq(staffSessions.userId, id))
  const [gone] = await ctx.db
    .delete(staff)
    .where(eq(staff.id, id))
    .returning({ email: staff.email, role: staff.role, signedInAt: staff.emailVerified })
  if (!gone) return { outcome: 'unknown', email: '', role: null }
  const { email, role } = gone
  await ctx.db.delete(staffSignInLinks).where(eq(staffSignInLinks.identifier, email))
  const outcome = gone.signedInAt ? 'removed' : 'withdrawn'
  // The audit knows its rows by ids: for a while it can still be seen whose they are.
  await ctx.db.insert(formerStaff).values({ id, email, leftAt: ctx.now() })
  const verb = outcome === 'removed' ? 'team.remove' : 'team.withdraw'
  await recordAudit(ctx, { verb, subject: { kind: 'staff', id }, before: { role } })
  const byId = ctx.actor.kind === 'staff' ? ctx.actor.id : null
  if (gone.signedInAt) await enqueue(ctx, callOffPublishingJob, { staffId: id, byId }, { key: `call off ${id}` })
  return { outcome, email, role }
}
