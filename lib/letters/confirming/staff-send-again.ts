import { and, desc, eq, gt, inArray } from 'drizzle-orm'
import { letters, supporters } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { DAY } from '@/lib/kernel/time/durations'
import { sendConfirmationJob } from '@/lib/letters/jobs'
import { CONFIRM_LINK_DAYS } from '@/lib/settings/confirm-link-days'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { canonicalEmail } from '@/lib/supporters/identity'
import { countedAsSentAgain } from './send-confirmation-again'

/** As many letters of one address: a mailbox gets no more of these e-mails in an hour. */
const MOST = 3

/**
 * Has the e-mail to confirm sent again for the newest letters that wait with an address, for somebody who asked the team,
 * and audits each. Gives for how many. What its mailbox may get still holds. Throws a `Refusal` where the actor may not.
 */
export function sendConfirmationsAgain(ctx: Context, email: string): Promise<number> {
  assertAllowed(ctx, 'letters.confirm-again')
  return inTransaction(ctx, async (inner) => {
    const waiting = inner.db
      .select({ id: letters.id })
      .from(letters)
      .innerJoin(supporters, eq(supporters.id, letters.supporterId))
      .where(
        and(
          eq(supporters.emailHash, await lookupHash(inner, canonicalEmail(email))),
          eq(letters.state, 'unconfirmed'),
          gt(letters.createdAt, new Date(inner.now().getTime() - CONFIRM_LINK_DAYS * DAY)),
        ),
      )
      .orderBy(desc(letters.createdAt))
      .limit(MOST)
    const again = await inner.db
      .update(letters)
      .set(countedAsSentAgain(inner.now()))
      .where(and(inArray(letters.id, waiting), eq(letters.state, 'unconfirmed')))
      .returning({ id: letters.id, resent: letters.resent })
    for (const { id, resent } of again) {
      const key = `confirmation ${id} ${resent}`
      await enqueue(inner, sendConfirmationJob, { letterId: id, reminder: false }, { key })
      await recordAudit(inner, { verb: 'letters.confirm-again', subject: { kind: 'letter', id } })
    }
    return again.length
  })
}
