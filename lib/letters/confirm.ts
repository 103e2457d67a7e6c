import { eq } from 'drizzle-orm'
import { letters } from '@/db/schema'
import { findSeat } from '../directory/lookup'
import { enqueue } from '../jobs/enqueue'
import { type Context, inTransaction } from '../kernel/context'
import { makeLink } from '../kernel/tokens'
import { type Confirmed, confirmSupporter } from '../supporters/confirm'
import { moveLetter } from './move'
import { obstacle } from './obstacle'

/** How confirming ended, and the token of the letter's status page where there is one to show. */
export type LetterConfirmed = { outcome: Confirmed; token: string | null }

/**
 * Confirms a letter and queues it, in one transaction: a seat without an MP, or an MP without an
 * e-mail, holds it instead. Pressing twice changes nothing.
 */
export function confirmLetter(ctx: Context, letterId: string): Promise<LetterConfirmed> {
  return inTransaction(ctx, async (inner) => {
    const [letter] = await inner.db
      .select({ supporterId: letters.supporterId, constituencyCode: letters.constituencyCode })
      .from(letters)
      .where(eq(letters.id, letterId))
    if (!letter) return { outcome: 'already', token: null }
    const outcome = await confirmSupporter(inner, letter.supporterId)
    if (outcome === 'confirmed') await queueOrHold(inner, letterId, letter.constituencyCode)
    if (outcome === 'taken' || outcome === 'full') return { outcome, token: null }
    return { outcome, token: await makeLink(inner, 'letter', { letterId }) }
  })
}

async function queueOrHold(ctx: Context, letterId: string, constituencyCode: string): Promise<void> {
  const heldReason = obstacle(await findSeat(ctx, constituencyCode))
  const set = { confirmedAt: ctx.now() }
  if (heldReason) {
    await moveLetter(ctx, letterId, { from: ['unconfirmed'], to: 'held', heldReason, set })
    await enqueue(ctx, 'tell-held', { letterId }, { key: `held ${letterId} ${heldReason}` })
    return
  }
  await moveLetter(ctx, letterId, { from: ['unconfirmed'], to: 'queued', set })
  await enqueue(ctx, 'send-letter', { letterId }, { key: `letter ${letterId}`, maxAttempts: 60 })
}
