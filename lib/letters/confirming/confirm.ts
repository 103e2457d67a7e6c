import type { Context } from '@/lib/kernel/context'
import { lastingLink } from '@/lib/kernel/secrets/tokens'
import { findLetter, type OpenLetter } from '@/lib/letters/find'
import { type Confirmed, confirmSupporter } from '@/lib/supporters/confirm'
import { queueOrHold } from './queue-or-hold'

/** How confirming ended, and the token of the letter's status page where there is one to show. */
export type LetterConfirmed = { outcome: Confirmed; token: string | null }

type Said = {
  /** So its owner says, where somebody of nearly the same name has signed with the address. */
  anotherPerson?: boolean
  /** The keyed hash of the e-mail that the link went to. */
  sentTo?: string | null
  /** Limits are lifted for the caller: no rule that counts letters holds it. */
  lifted?: boolean
}

/**
 * Confirms a letter in one transaction: queues it, or holds it where no MP can be e-mailed or a rule asks for a person
 * to look. Idempotent.
 */
export async function confirmLetter(ctx: Context, letterId: string, said: Said = {}): Promise<LetterConfirmed> {
  const letter = await findLetter(ctx, letterId)
  return letter ? confirmFound(ctx, letter, said) : { outcome: 'already', token: null }
}

/** The same of a letter that was read already. */
export function confirmFound(
  ctx: Context,
  letter: OpenLetter,
  { lifted = false, ...said }: Said = {},
): Promise<LetterConfirmed> {
  return confirmSupporter(ctx, letter.supporterId, said, async (inner, outcome) => {
    if (outcome === 'confirmed') await queueOrHold(inner, letter, lifted)
    if (outcome !== 'confirmed' && outcome !== 'already') return { outcome, token: null }
    return { outcome, token: await lastingLink(inner, 'letter', letter.id) }
  })
}
