import { and, eq, isNull, lt, ne, sql } from 'drizzle-orm'
import { letters, links, sentMails, supporters } from '@/db/schema/index'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { seal } from '@/lib/kernel/secrets/crypto'
import { findLetter } from '@/lib/letters/find'
import { sendConfirmationJob } from '@/lib/letters/jobs'
import { registeredDomain } from '@/lib/letters/review/mail-domains'
import { mailDomainHash } from '@/lib/letters/review/origin-hash'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { canonicalEmail, identityOf } from '@/lib/supporters/identity'

export const EMAIL_CHANGES_MOST = 3

/**
 * `asked`: a new link goes to the new address, if the letter still waits to be confirmed, and those sent before work no
 * more. `spent`: it was changed as often as it may be. `gone`: there is no such letter any more. The same whatever has
 * become of the letter, and whoever has signed with the new address, since a stranger may ask.
 */
export type EmailChanged = 'asked' | 'spent' | 'gone'

/**
 * Gives an unconfirmed letter another e-mail address, so that its mailbox is the only one that can confirm it. Of this
 * and a press of the old link at the same moment one comes first, and the other finds the sign-up changed.
 */
export async function changeEmail(ctx: Context, letterId: string, email: string): Promise<EmailChanged> {
  try {
    return await inTransaction(ctx, (inner) => change(inner, letterId, email))
  } catch (error) {
    if (error instanceof Spent) return 'spent'
    throw error
  }
}

/** Takes back what was done of a change for which there was no turn left. */
class Spent extends Error {}

async function change(ctx: Context, letterId: string, email: string): Promise<EmailChanged> {
  const letter = await findLetter(ctx, letterId)
  if (!letter?.person) return 'gone'
  const { supporterId, person } = letter
  // The sign-up first, as confirming has it: whoever is second waits here.
  const [moved] = await ctx.db
    .update(supporters)
    .set({
      emailHash: await lookupHash(ctx, canonicalEmail(email)),
      identityHash: await lookupHash(ctx, identityOf(email, person.name)),
      emailSealed: seal(email, 'email', supporterId),
      bouncedAt: null,
      unsubscribedAt: null,
    })
    .where(and(eq(supporters.id, supporterId), isNull(supporters.confirmedAt), isNull(supporters.erasedAt)))
    .returning({ id: supporters.id })
  const [counted] = await ctx.db
    .update(letters)
    .set({
      emailChanges: sql`${letters.emailChanges} + 1`,
      resent: 0,
      codeRound: sql`${letters.codeRound} + 1`,
      codeTries: 0,
      mailedAt: sql`greatest(${letters.mailedAt}, ${ctx.now().toISOString()}::timestamptz)`,
      ...(moved && { mailDomainHash: await mailDomainHash(ctx, registeredDomain(email)) }),
    })
    .where(and(eq(letters.id, letterId), lt(letters.emailChanges, EMAIL_CHANGES_MOST)))
    .returning({ changes: letters.emailChanges, mailedAt: letters.mailedAt })
  if (!counted) throw new Spent()
  if (moved) await sendAnew(ctx, letterId, counted)
  return 'asked'
}

async function sendAnew(
  ctx: Context,
  letterId: string,
  { changes, mailedAt }: { changes: number; mailedAt: Date | null },
) {
  const { db } = ctx
  // Links that went to a mailbox are that mailbox's: they stay, and say so. Others would work on.
  await db.delete(links).where(and(eq(links.letterId, letterId), isNull(links.emailHash), ne(links.purpose, 'sent')))
  // What comes back of it is not about the new address.
  await db.delete(sentMails).where(eq(sentMails.letterId, letterId))
  // A first one that has still to go goes to the new address by itself.
  if (mailedAt && mailedAt > ctx.now()) return
  const key = `confirmation ${letterId} changed ${changes}`
  await enqueue(ctx, sendConfirmationJob, { letterId, reminder: false }, { key })
}
