import type { HeldReason } from '@/db/schema/index'
import { letterToMpEmail } from '@/emails/letter-to-mp'
import { renderEmail } from '@/emails/render'
import { isBlocked } from '@/lib/delivery/blocks/domains-that-block-us'
import { findSeat, type Mp } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { makeLink } from '@/lib/kernel/secrets/tokens'
import type { Message } from '@/lib/kernel/transport'
import { isOfAnotherMp } from '@/lib/letters/chasing/may-be-chased'
import { addressOf } from '@/lib/letters/link-addresses'
import { mailFacts, type WholeLetter } from '@/lib/letters/mail-facts'
import { whyNotEmailed } from '@/lib/letters/printed/why-not-emailed'
import { noteBelowMail } from '@/lib/letters/proof/note-below'
import { placingKept } from '@/lib/letters/proof/placing'
import { sentLetter } from '@/lib/letters/sent-letter'
import { isOneAddress } from '@/lib/mailer/safe-headers'
import { asMessage } from '@/lib/mailer/send'

/** A letter addressed to the MP who sits now, and what stands below it; or why it is held, and whether they are told. */
export type AddressedOrHeld =
  | { letter: WholeLetter; mp: Mp & { email: string }; note: string }
  | { hold: HeldReason; note: string | null; tell: boolean }

/** Addresses a letter to the MP who sits now. `null` when it is gone or erased. */
export async function addressLetter(ctx: Context, letterId: string): Promise<AddressedOrHeld | null> {
  const facts = await mailFacts(ctx, letterId)
  if (!facts) return null
  const { letter, shared } = facts
  // What is cached may be 2 seconds old, and a letter is not held for that.
  const seat = whyNotEmailed(facts.seat, ctx.now()) ? await findSeat(ctx, letter.constituencyCode) : facts.seat
  const hold = whyNotEmailed(seat, ctx.now())
  if (hold || !seat?.mp?.email) return { hold: hold ?? 'no-email', note: null, tell: true }
  if (!isOneAddress(seat.mp.email))
    return { hold: 'staff', note: 'What the directory has as the MP’s e-mail is not one plain address.', tell: true }
  if (await isOfAnotherMp(ctx, letter, seat.mp.id))
    return { hold: 'staff', note: 'It chases a letter to an MP who does not sit any more.', tell: true }
  if (await isBlocked(ctx, seat.mp.email)) return { hold: 'blocked', note: null, tell: true }
  if (letter.reflectedAt && !ctx.env.mailReflect)
    return { hold: 'staff', note: 'A trial: it was written while MAIL_REFLECT was set.', tell: false }
  return {
    letter,
    mp: { ...seat.mp, email: seat.mp.email },
    note: noteBelowMail(shared.site, {
      campaign: shared.campaignTitle,
      placing: placingKept(letter),
      constituency: seat.name,
      ownShare: letter.ownShare,
    }),
  }
}

/** The idempotency key of a letter that goes alone: its id, and for a sending after the first which one that is. */
export function letterKey(letter: { id: string; round: number }): string {
  return letter.round === 1 ? letter.id : `${letter.id}/${letter.round}`
}

/** The message as it goes to this MP. */
export async function messageTo(
  ctx: Context,
  { letter, mp, note }: Extract<AddressedOrHeld, { letter: WholeLetter }>,
): Promise<Message> {
  const verifyUrl = addressOf(ctx).verify(await makeLink(ctx, 'verify', { letterId: letter.id }))
  const written = sentLetter(letter.person, letter.text, mp.name)
  return asMessage(ctx, {
    key: letterKey(letter),
    to: mp.email,
    fromName: letter.person.name,
    replyTo: letter.person.email,
    tags: { kind: 'letter', letter: letter.id, round: `${letter.round}` },
    ...(await renderEmail(letterToMpEmail({ letter: written, note, verifyUrl }))),
  })
}
