import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { liftRefusal } from '@/lib/mailer/refused-mailboxes'
import { assertAllowed } from './assert-allowed'

/**
 * Lets mail that anybody can set off go to a mailbox again, for its owner who has asked for it after "never again".
 * Gives whether it had been stopped; the audit says that it was done, and not for whom. Throws a `Refusal` where the
 * actor may not.
 */
export function allowMailbox(ctx: Context, email: string): Promise<boolean> {
  assertAllowed(ctx, 'mail.allow')
  return inTransaction(ctx, async (inner) => {
    if (!(await liftRefusal(inner, email))) return false
    await recordAudit(inner, { verb: 'mail.allow-mailbox', subject: { kind: 'mailbox', id: 'one' } })
    return true
  })
}
