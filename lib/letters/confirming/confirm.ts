import { type Context, inTransaction } from '@/lib/kernel/context'
import { lastingLink } from '@/lib/kernel/secrets/tokens'
import { findLetter } from '@/lib/letters/find'
import { type Confirmed, confirmSupporter } from '@/lib/supporters/confirm'
import { queueOrHold } from './queue-or-hold'

/** How confirming ended, and the token of the letter's status page where there is one to show. */
export type LetterConfirmed = { outcome: Confirmed; token: string | null }

/**
 * Confirms a letter in one transaction: queues it, or holds it where no MP can be e-mailed or a rule asks for a person
 * to look. Idempotent. `anotherPerson`: so its owner says, where somebody of nearly the same name has signed with the
 * address. `sentTo`: the keyed hash of the e-mail that the link went to. `lifted`: limits are lifted for the caller, so
 * no rule that counts letters holds it.
 */
export function confirmLetter(
  ctx: Context,
  letterId: string,
  { lifted = false, ...said }: { anotherPerson?: boolean; sentTo?: string | null; lifted?: boolean } = {},
): Promise<LetterConfirmed> {
  return inTransaction(ctx, async (inner) => {
    const letter = await findLetter(inner, letterId)
    if (!letter) return { outcome: 'already', token: null }
    const outcome = await confirmSupporter(inner, letter.supporterId, said)
    if (outcome === 'confirmed') await queueOrHold(inner, letter, lifted)
    if (outcome !== 'confirmed' && outcome !== 'already') return { outcome, token: null }
    return { outcome, token: await lastingLink(inner, 'letter', letterId) }
  })
}
