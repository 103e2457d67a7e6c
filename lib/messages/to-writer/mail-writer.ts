import { and, eq, isNull, sql } from 'drizzle-orm'
import { letters, sentMails, suppressions } from '@/db/schema/index'
import { noteBounce } from '@/lib/delivery/events/writer-mail-bounced'
import type { Context } from '@/lib/kernel/context'
import { isSenderBlock } from '@/lib/mailer/is-block-of-sender'
import { type Outgoing, sendMail } from '@/lib/mailer/send'
import { SendFailure } from '@/lib/mailer/send-failure'
import { noteRest, restUntil } from '@/lib/mailer/service-retry-after'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { canonicalEmail } from '@/lib/supporters/identity'

export type MailKind = 'confirmation' | 'reminder' | 'copy' | 'held' | 'released' | 'failed' | 'reply' | 'wait-ends'

/** `stopped`: they complained, mail to them came back, or staff have marked the letter as not genuine. `refused`: the mail service will never take it. */
export type Mailed = 'sent' | 'stopped' | 'refused'

/**
 * Mails the writer of a letter, unless mail to them is stopped; what comes back of it is known by the letter. Throws
 * a `SendFailure` when it may be tried again later, which the job queue does.
 */
export async function mailWriter(ctx: Context, letterId: string, kind: MailKind, mail: Outgoing): Promise<Mailed> {
  const sentTo = await lookupHash(ctx, canonicalEmail(mail.to))
  if (await isStopped(ctx, letterId, sentTo)) return 'stopped'
  if (await restUntil(ctx)) throw new SendFailure('later', 'The mail service asks to be left alone.')
  try {
    const { providerId } = await sendMail(ctx, { ...mail, tags: { ...mail.tags, kind, letter: letterId } })
    await noteSent(ctx, letterId, kind, providerId)
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error
    if (error.restMs) await noteRest(ctx, error.restMs)
    // An earlier try was taken after all: its links were other ones, so its words were.
    if (error.kind === 'clash') {
      await noteSent(ctx, letterId, kind)
      return 'sent'
    }
    // A server that will have nothing from our sender says nothing about theirs: it is tried again later.
    if (error.kind !== 'refused' || isSenderBlock(error.message)) throw error
    await noteBounce(ctx, letterId, sentTo)
    return 'refused'
  }
  if (kind === 'confirmation' && ctx.env.mailReflect) await markTrial(ctx, letterId)
  return 'sent'
}

/** What the letter's own row says of such a mail. */
const SENT_AT = {
  confirmation: 'mailedAt',
  reminder: 'remindedAt',
  copy: 'copiedAt',
  reply: 'replyAskedAt',
} as const

/** In one statement: the mail under the service's name for it, where that is known, and when it went in the letter's row. */
async function noteSent({ db, now }: Context, letterId: string, kind: MailKind, providerId?: string): Promise<void> {
  const sentAt = now()
  const known = providerId && db.insert(sentMails).values({ providerId, kind, letterId, sentAt }).onConflictDoNothing()
  if (!isNotedByLetter(kind)) return void (await known)
  const update = (known ? db.with(db.$with('sent').as(known.returning({ id: sentMails.providerId }))) : db).update(
    letters,
  )
  // Who is asked a second time was asked when they were asked first.
  const first = kind === 'reply' ? isNull(letters.replyAskedAt) : undefined
  await update.set({ [SENT_AT[kind]]: sentAt }).where(and(eq(letters.id, letterId), first))
}

function isNotedByLetter(kind: MailKind): kind is keyof typeof SENT_AT {
  return kind in SENT_AT
}

/** Whoever confirms this got the link in somebody else's place. */
async function markTrial({ db, now }: Context, letterId: string): Promise<void> {
  await db
    .update(letters)
    .set({ reflectedAt: now() })
    .where(and(eq(letters.id, letterId), isNull(letters.reflectedAt)))
}

async function isStopped({ db }: Context, letterId: string, emailHash: string): Promise<boolean> {
  const [row] = await db
    .select({
      stopped: sql`${letters.notGenuineAt} is not null
        or exists (select from ${suppressions} where ${suppressions.emailHash} = ${emailHash})`.mapWith(Boolean),
    })
    .from(letters)
    .where(eq(letters.id, letterId))
  return row?.stopped ?? false
}

/** What mail programs offer a button for: one press, and no more of this mail (RFC 2369, RFC 8058). */
export function unsubscribeHeaders(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
