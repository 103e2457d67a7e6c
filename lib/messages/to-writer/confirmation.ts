import { and, eq, isNull } from 'drizzle-orm'
import { letters, sentMails } from '@/db/schema/index'
import { renderEmail } from '@/emails/render'
import { alreadySignedEmail } from '@/emails/to-writer/already-signed'
import { confirmEmail } from '@/emails/to-writer/confirm'
import { reminderEmail } from '@/emails/to-writer/reminder'
import { findSeat } from '@/lib/directory/lookup'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { makeLink, makeLinks } from '@/lib/kernel/secrets/tokens'
import { DAY } from '@/lib/kernel/time/durations'
import { confirmCode } from '@/lib/letters/confirming/confirm-code'
import type { OpenLetter } from '@/lib/letters/find'
import { sendConfirmationJob } from '@/lib/letters/jobs'
import { addressOf } from '@/lib/letters/link-addresses'
import { mailFacts } from '@/lib/letters/mail-facts'
import { becomesOf } from '@/lib/letters/printed/becomes-of'
import { mailToStranger } from '@/lib/mailer/mailbox-allowance'
import { mailboxHash } from '@/lib/mailer/refused-mailboxes'
import { CONFIRM_LINK_DAYS } from '@/lib/settings/confirm-link-days'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { canonicalEmail } from '@/lib/supporters/identity'
import { type Earlier, earlierSignature, signedSince } from '@/lib/supporters/two-names-a-household'
import { mailWriter, unsubscribeHeaders } from './mail-writer'

/**
 * Mails the link that confirms, or, where this person has signed before, says so: on screen nobody
 * is told. It also queues the one reminder, for a day after the letter was written. Where the mailbox has had what
 * it may get, the first mail of a letter waits until there is room; one sent again, and the reminder, do not go.
 */
export async function sendConfirmation(ctx: Context, letterId: string, reminder: boolean): Promise<void> {
  const facts = await mailFacts(ctx, letterId)
  if (facts?.letter.state !== 'unconfirmed') return
  const { letter, shared } = facts
  // After an outage: there is nothing to confirm in time any more, and the next purge erases it.
  if (ctx.now().getTime() >= letter.createdAt.getTime() + CONFIRM_LINK_DAYS * DAY) return
  const found = await earlierSignature(ctx, letter.supporterId)
  // Another of the household has a letter of their own.
  const earlier = found?.kind === 'another' ? null : found
  if (reminder && (earlier || letter.unsubscribedAt || (await signedSince(ctx, letter.supporterId)))) return
  const changed = letter.emailChanges > 0 ? ` changed ${letter.emailChanges}` : ''
  const mailed = await mailToStranger(ctx, letter.person.email, async () => {
    const notMe = { letterId, emailHash: await mailboxHash(ctx, letter.person.email) }
    // Whether two of nearly the same name are two people is asked on the page that the link opens.
    const message =
      earlier && earlier.kind !== 'perhaps-same'
        ? alreadySignedEmail({
            ...shared,
            notMeUrl: addressOf(ctx).notMe(await makeLink(ctx, 'not-me', notMe)),
            enteredAt: letter.createdAt,
            because: await because(ctx, earlier),
          })
        : await confirmation(ctx, facts, notMe, reminder)
    const went = await mailWriter(ctx, letterId, reminder ? 'reminder' : 'confirmation', {
      key: `confirmation ${letterId}${changed} ${reminder ? 'reminder' : letter.resent}`,
      // By which what comes back of it is known to be about this address.
      tags: { address: `${letter.emailChanges}` },
      to: letter.person.email,
      ...(reminder && { headers: unsubscribeHeaders(await unsubscribeUrl(ctx, letterId)) }),
      ...(await renderEmail(message)),
    })
    return went === 'sent'
  })
  if (mailed.outcome === 'full' && !reminder) return sendWhenMailboxIsFree(ctx, letter, mailed.again)
  // No reminder follows what did not go, or came back.
  if (mailed.outcome !== 'sent' || reminder) return
  const runAt = new Date(letter.createdAt.getTime() + DAY)
  if (earlier || runAt <= ctx.now()) return
  // Every mail of the first day queues it, for the same moment and under one key: the first may have been overtaken.
  await enqueue(ctx, sendConfirmationJob, { letterId, reminder: true }, { key: `reminder ${letterId}`, runAt })
}

/** One wait for a letter, however often it was asked for; none where its link has been sent, or runs out before. */
async function sendWhenMailboxIsFree(
  ctx: Context,
  { id: letterId, createdAt }: OpenLetter,
  runAt: Date,
): Promise<void> {
  if (runAt.getTime() >= createdAt.getTime() + CONFIRM_LINK_DAYS * DAY) return
  const sent = and(eq(sentMails.letterId, letterId), eq(sentMails.kind, 'confirmation'))
  if ((await ctx.db.$count(sentMails, sent)) > 0) return
  await enqueue(
    ctx,
    sendConfirmationJob,
    { letterId, reminder: false },
    { key: `confirmation ${letterId} waits`, runAt },
  )
}

async function confirmation(
  ctx: Context,
  { letter, seat, shared }: NonNullable<Awaited<ReturnType<typeof mailFacts>>>,
  notMe: { letterId: string; emailHash: string },
  reminder: boolean,
) {
  const emailHash = await lookupHash(ctx, canonicalEmail(letter.person.email))
  const expires = new Date(letter.createdAt.getTime() + CONFIRM_LINK_DAYS * DAY)
  const days = (expires.getTime() - ctx.now().getTime()) / DAY
  const [notMeToken = '', confirmToken = ''] = await makeLinks(ctx, [
    { purpose: 'not-me', owner: notMe },
    { purpose: 'confirm', owner: { letterId: letter.id, emailHash }, days },
  ])
  const props = {
    ...shared,
    becomes: becomesOf(seat, ctx.now()),
    confirmUrl: addressOf(ctx).confirm(confirmToken),
    code: confirmCode(letter.id, letter.codeRound),
    notMeUrl: addressOf(ctx).notMe(notMeToken),
    expires,
    keptDays: CONFIRM_LINK_DAYS,
  }
  return reminder ? reminderEmail({ ...props, writtenAt: letter.createdAt }) : confirmEmail(props)
}

async function unsubscribeUrl(ctx: Context, letterId: string): Promise<string> {
  return addressOf(ctx).unsubscribe(await makeLink(ctx, 'unsubscribe', { letterId }, CONFIRM_LINK_DAYS))
}

type Because = Parameters<typeof alreadySignedEmail>[0]['because']

async function because(
  ctx: Context,
  earlier: Extract<Earlier, { kind: 'same-person' | 'household-full' }>,
): Promise<Because> {
  if (earlier.kind === 'household-full') return earlier
  const [letter] = await ctx.db
    .select({ id: letters.id, confirmedAt: letters.confirmedAt, constituencyCode: letters.constituencyCode })
    .from(letters)
    .where(and(eq(letters.supporterId, earlier.supporterId), isNull(letters.chases)))
  if (!letter?.confirmedAt) throw new Error(`The signature ${earlier.supporterId} has no confirmed letter.`)
  const seat = await findSeat(ctx, letter.constituencyCode)
  return {
    kind: 'same-person',
    mpName: seat?.mp?.name ?? null,
    constituency: seat?.name ?? '',
    letterAt: letter.confirmedAt,
    statusUrl: addressOf(ctx).status(await makeLink(ctx, 'letter', { letterId: letter.id })),
  }
}
