import { findCommittedSeat } from '@/lib/directory/seats'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { lastingLink } from '@/lib/kernel/secrets/tokens'
import { findLetter, type OpenLetter } from '@/lib/letters/find'
import { tellHeldJob } from '@/lib/letters/jobs'
import { moveLetter } from '@/lib/letters/move'
import { whyNotEmailed } from '@/lib/letters/printed/why-not-emailed'
import { judge } from '@/lib/letters/review/review-letter'
import { tellDue } from '@/lib/letters/wake-sender'
import { type Confirmed, confirmSupporter } from '@/lib/supporters/confirm'
import { turnOf } from './place-in-queue'

/** How confirming ended, and the token of the letter's status page where there is one to show. */
export type LetterConfirmed = { outcome: Confirmed; token: string | null }

/**
 * Confirms a letter in one transaction: queues it, or holds it where no MP can be e-mailed or a rule asks for a person
 * to look. Idempotent. `anotherPerson`: so its owner says, where somebody of nearly the same name has signed with the
 * address. `lifted`: limits are lifted for the caller, so no rule that counts letters holds it.
 */
export function confirmLetter(
  ctx: Context,
  letterId: string,
  { anotherPerson = false, lifted = false } = {},
): Promise<LetterConfirmed> {
  return inTransaction(ctx, async (inner) => {
    const letter = await findLetter(inner, letterId)
    if (!letter) return { outcome: 'already', token: null }
    const outcome = await confirmSupporter(inner, letter.supporterId, anotherPerson)
    if (outcome === 'confirmed') await queueOrHold(inner, letter, lifted)
    if (outcome !== 'confirmed' && outcome !== 'already') return { outcome, token: null }
    return { outcome, token: await lastingLink(inner, 'letter', letterId) }
  })
}

async function queueOrHold(ctx: Context, letter: OpenLetter, lifted: boolean): Promise<void> {
  const { id: letterId } = letter
  const { found, ownLikeness } = await judge(ctx, letter, lifted)
  const turnAt = await turnOf(ctx, letter)
  const set = { confirmedAt: ctx.now(), ownLikeness, reviewRule: found?.rule ?? null, turnAt }
  const note = found?.note ?? null
  // Who sits for the seat is settled again when it is sent.
  const heldReason = found ? 'abuse' : whyNotEmailed(await findCommittedSeat(ctx, letter.constituencyCode))
  if (heldReason) {
    await moveLetter(ctx, letterId, { from: ['unconfirmed'], to: 'held', heldReason, note, set })
    await enqueue(ctx, tellHeldJob, { letterId }, { key: `held ${letterId} ${heldReason}` })
    return
  }
  await moveLetter(ctx, letterId, { from: ['unconfirmed'], to: 'queued', set })
  await tellDue(ctx)
}
