import { and, eq, isNull } from 'drizzle-orm'
import { letters, supporters } from '@/db/schema/index'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { makeLink } from '@/lib/kernel/secrets/tokens'
import { findLetter } from '@/lib/letters/find'
import { mailboxHash, refuseMail } from '@/lib/mailer/refused-mailboxes'
import { suppress } from '@/lib/mailer/suppression'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { canonicalEmail } from '@/lib/supporters/identity'

/** `moved`: another address was given with it since. `erased`: the sign-up is gone. `confirmed`: it had been confirmed by then; the token leads to its owner's data. */
export type NotMe =
  | { outcome: 'gone' }
  | { outcome: 'moved' }
  | { outcome: 'erased' }
  | { outcome: 'confirmed'; myData: string }

/**
 * "This was not me: never again": the mailbox that a confirmation went to gets no more mail that a stranger can set
 * off, and the sign-up is erased at once, unless it has been confirmed from that very mailbox, or has another address
 * by now. `mailbox`: the keyed hash of the mailbox that the link went to, where that is known.
 */
export function notMe(ctx: Context, letterId: string, mailbox: string | null = null): Promise<NotMe> {
  return inTransaction(ctx, async (inner) => {
    const letter = await findLetter(inner, letterId)
    if (mailbox && letter?.person && (await mailboxHash(inner, letter.person.email)) !== mailbox) {
      await suppress(inner, mailbox, 'refused')
      return { outcome: 'moved' }
    }
    if (!letter?.person) return { outcome: 'gone' }
    const { email } = letter.person
    await refuseMail(inner, email)
    if (await eraseUnconfirmed(inner, letter.supporterId)) return { outcome: 'erased' }
    const emailHash = await lookupHash(inner, canonicalEmail(email))
    return { outcome: 'confirmed', myData: await makeLink(inner, 'my-data', { emailHash }, 1) }
  })
}

/** Whoever confirms at the same moment comes first or last: the row is locked until then. */
async function eraseUnconfirmed({ db }: Context, supporterId: string): Promise<boolean> {
  const unconfirmed = and(eq(supporters.id, supporterId), isNull(supporters.confirmedAt))
  const [locked] = await db.select({ id: supporters.id }).from(supporters).where(unconfirmed).for('update')
  if (!locked) return false
  await db.delete(letters).where(eq(letters.supporterId, supporterId))
  await db.delete(supporters).where(unconfirmed)
  return true
}
