import { and, eq, isNull } from 'drizzle-orm'
import { staff } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { sendSignInLinkJob } from '@/lib/staff/jobs'
import { actorId } from '@/lib/staff/own-id'

/**
 * Mails an invitation anew. Gives `false`, having done nothing, for who has signed in already or is not on the team.
 * Throws a `Refusal` where the actor may not.
 */
export function inviteAgain(ctx: Context, id: string): Promise<boolean> {
  assertAllowed(ctx, 'team.invite')
  return inTransaction(ctx, async (inner) => {
    const [member] = await inner.db
      .select({ role: staff.role })
      .from(staff)
      .where(and(eq(staff.id, id), isNull(staff.emailVerified)))
      .for('update')
    if (!member) return false
    // Pressed twice, it is one message.
    await enqueue(inner, sendSignInLinkJob, { staffId: id, invited: true, byId: actorId(ctx) }, { key: `invite ${id}` })
    await recordAudit(inner, { verb: 'team.invite-again', subject: { kind: 'staff', id }, after: member })
    return true
  })
}
