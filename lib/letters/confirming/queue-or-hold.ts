import { findCommittedSeat } from '@/lib/directory/seats'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import type { OpenLetter } from '@/lib/letters/find'
import { tellHeldJob } from '@/lib/letters/jobs'
import { moveLetter } from '@/lib/letters/move'
import { whyNotEmailed } from '@/lib/letters/printed/why-not-emailed'
import { judge } from '@/lib/letters/review/review-letter'
import { tellDue } from '@/lib/letters/wake-sender'
import { turnOf } from './place-in-queue'

/**
 * Gives an unconfirmed letter, whose writer has just confirmed it, its place in the queue, or holds it where no MP can be
 * e-mailed or a rule asks for a person to look. `lifted`: no rule that counts letters holds it. In the caller's transaction.
 */
export async function queueOrHold(ctx: Context, letter: OpenLetter, lifted: boolean): Promise<void> {
  const { id: letterId } = letter
  const { found, ownLikeness } = await judge(ctx, letter, lifted)
  const turnAt = await turnOf(ctx, letter)
  const set = { confirmedAt: ctx.now(), ownLikeness, reviewRule: found?.rule ?? null, turnAt }
  const note = found?.note ?? null
  // Who sits for the seat is settled again when it is sent.
  const heldReason = found ? 'abuse' : whyNotEmailed(await findCommittedSeat(ctx, letter.constituencyCode), ctx.now())
  if (heldReason) {
    await moveLetter(ctx, letterId, { from: ['unconfirmed'], to: 'held', heldReason, note, set })
    await enqueue(ctx, tellHeldJob, { letterId }, { key: `held ${letterId} ${heldReason}` })
    return
  }
  await moveLetter(ctx, letterId, { from: ['unconfirmed'], to: 'queued', set })
  await tellDue(ctx)
}
