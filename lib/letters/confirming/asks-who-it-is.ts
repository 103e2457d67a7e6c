import type { Context } from '@/lib/kernel/context'
import { findLetter, type OpenLetter } from '@/lib/letters/find'
import { earlierSignature } from '@/lib/supporters/two-names-a-household'

/**
 * The name that has signed the campaign with this letter's address, so that its owner is asked whether there are two
 * people; `null` where nothing is asked. Only where the names are nearly the same nothing goes on without an answer.
 */
export async function asksWhoItIs(ctx: Context, letterId: string): Promise<string | null> {
  const letter = await findLetter(ctx, letterId)
  return letter && asksWhoWroteIt(ctx, letter)
}

/** The same of a letter that was read already. */
export async function asksWhoWroteIt(
  ctx: Context,
  letter: Pick<OpenLetter, 'state' | 'supporterId'>,
): Promise<string | null> {
  if (letter.state !== 'unconfirmed') return null
  const earlier = await earlierSignature(ctx, letter.supporterId)
  return earlier && 'name' in earlier ? earlier.name : null
}
