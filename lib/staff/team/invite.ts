import { eq } from 'drizzle-orm'
import { type Role, staff } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import type { Invitation } from '@/lib/staff/input'
import { sendSignInLinkJob } from '@/lib/staff/jobs'
import { actorId } from '@/lib/staff/own-id'

/** `known`: on the team already, with the role that they have, and nothing was changed. */
export type Invited = { outcome: 'invited' | 'known'; id: string; role: Role }

/** Puts a person on the team and mails them their way in. Throws a `Refusal` where the actor may not. */
export function inviteStaff(ctx: Context, { email, role }: Invitation): Promise<Invited> {
  assertAllowed(ctx, 'team.invite')
  return inTransaction(ctx, async (inner) => {
    const [made] = await inner.db
      .insert(staff)
      .values({ email, role })
      .onConflictDoNothing()
      .returning({ id: staff.id })
    if (!made) return known(inner, email)
    await recordAudit(inner, { verb: 'team.invite', subject: { kind: 'staff', id: made.id }, after: { role } })
    await enqueue(inner, sendSignInLinkJob, { staffId: made.id, invited: true, byId: actorId(ctx) })
    return { outcome: 'invited', id: made.id, role }
  })
}

async function known({ db }: Context, email: string): Promise<Invited> {
  const [member] = await db.select({ id: staff.id, role: staff.role }).from(staff).where(eq(staff.email, email))
  if (!member) throw new Error('A member of the team was removed while being invited: try again.')
  return { outcome: 'known', ...member }
}
