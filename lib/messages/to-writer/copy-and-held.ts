import type { HeldReason } from '@/db/schema/index'
import { renderEmail } from '@/emails/render'
import { copyToSupporterEmail } from '@/emails/to-writer/copy-to-supporter'
import { type HeldFor, type HeldProps, heldEmail } from '@/emails/to-writer/held'
import { campaignSlugOf } from '@/lib/content/find-campaign'
import { addressAwaitedUntil } from '@/lib/directory/address-awaited'
import { findMp } from '@/lib/directory/find-mp'
import type { Mp } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { lastingLink, makeLink } from '@/lib/kernel/secrets/tokens'
import { counted } from '@/lib/kernel/text'
import { letterHistory } from '@/lib/letters/find'
import { isTaken } from '@/lib/letters/letter-states'
import { addressOf } from '@/lib/letters/link-addresses'
import { mailFacts, type WholeLetter } from '@/lib/letters/mail-facts'
import { noteOfLetter } from '@/lib/letters/proof/note-of-letter'
import { sentLetter } from '@/lib/letters/sent-letter'
import { waitIsOver } from '@/lib/letters/waiting/give-up-waiting'
import { everyPromise, promisedTo } from '@/lib/settings/keeping-periods'
import { mailWriter } from './mail-writer'

/** Mails the supporter their copy, once the mail service has the letter. */
export async function sendCopy(ctx: Context, letterId: string): Promise<void> {
  const facts = await mailFacts(ctx, letterId)
  if (!facts?.letter.mpId || !facts.letter.acceptedAt || facts.letter.copiedAt) return
  // It has come back by now: that is told instead.
  if (!isTaken(facts.letter.state)) return
  const { letter, shared } = facts
  const mp = await findMp(ctx, facts.letter.mpId)
  if (!mp) return
  const message = copyToSupporterEmail({
    ...shared,
    mpName: mp.name,
    mpEmail: mp.email ?? '',
    note: await noteOfLetter(ctx, letter, shared.constituency),
    letter: sentLetter(letter.person, letter.text, mp.name),
    sentAt: facts.letter.acceptedAt,
    chases: letter.chases !== null,
    statusUrl: await statusUrl(ctx, letterId),
  })
  await mailWriter(ctx, letterId, 'copy', {
    key: `copy ${letterId}`,
    to: letter.person.email,
    ...(await renderEmail(message)),
  })
}

/** What is said where the MP is not spoken of: also where there was to be one, who has gone. */
const waits = {
  vacant: 'vacant',
  'no-address-yet': 'vacant',
  'no-email': 'vacant',
  dissolved: 'dissolved',
  staff: 'review',
  abuse: 'review',
  unsettled: 'unsettled',
  returned: 'returned',
  blocked: 'blocked',
} as const satisfies Record<HeldReason, HeldFor>

/** Tells the supporter that the letter waits, why, and until when; for an MP without an e-mail, how to post it. */
export async function tellHeld(ctx: Context, letterId: string): Promise<void> {
  const facts = await mailFacts(ctx, letterId)
  if (facts?.letter.state !== 'held' || (await waitIsOver(ctx, letterId))) return
  const { letter, shared, seat } = facts
  const isForAddress = letter.heldReason === 'no-address-yet' || letter.heldReason === 'no-email'
  // There is one by now: it is just being released, and that is told.
  if (isForAddress && seat.mp?.email) return
  const token = await makeLink(ctx, 'letter', { letterId })
  const held = await heldFor(ctx, letter, seat.mp)
  const { heldDays } = promisedTo(await everyPromise(ctx), letter.createdAt)
  const message = heldEmail({
    ...shared,
    held,
    waitsAtMost: counted(heldDays, 'day'),
    statusUrl: addressOf(ctx).status(token),
  })
  await mailWriter(ctx, letterId, 'held', {
    key: `held ${letterId} ${letter.heldReason}`,
    to: letter.person.email,
    ...(await renderEmail(message)),
  })
}

async function heldFor(ctx: Context, letter: WholeLetter, mp: Mp | null): Promise<HeldProps['held']> {
  if (mp && letter.heldReason === 'no-address-yet')
    return {
      reason: 'no-address-yet',
      mpName: mp.name,
      gone: Boolean(mp.addressGoneAt),
      until: addressAwaitedUntil(mp),
    }
  if (!mp || letter.heldReason !== 'no-email') return { reason: waits[letter.heldReason ?? 'vacant'] }
  const history = await letterHistory(ctx, letter.id)
  return {
    reason: 'no-email',
    mpName: mp.name,
    letter: sentLetter(letter.person, letter.text, mp.name),
    printUrl: addressOf(ctx).print(
      await campaignSlugOf(ctx, letter.campaignId),
      await lastingLink(ctx, 'print', letter.id),
    ),
    hasWaited: history.some(({ state, reason }) => state === 'held' && reason === 'no-address-yet'),
  }
}

async function statusUrl(ctx: Context, letterId: string): Promise<string> {
  return addressOf(ctx).status(await makeLink(ctx, 'letter', { letterId }))
}
