import { eq } from 'drizzle-orm'
import { letters, supporters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { makeLink } from '@/lib/kernel/secrets/tokens'
import { CONFIRM_LINK_DAYS } from '@/lib/settings/confirm-link-days'
import { confirmLetter, type LetterConfirmed } from './confirm'
import { tryCode } from './confirm-code'

/**
 * How a code was taken: not the one, no more tries, or what its link's button would have come to. `ask`: the token of the
 * page that the link opens, where its owner is asked first who wrote the letter, or told which one counts.
 */
export type ByCode =
  | { outcome: 'wrong' | 'spent' }
  | { outcome: 'asked' | 'taken' | 'full'; ask: string }
  | (LetterConfirmed & { outcome: 'confirmed' | 'already' })

/** Confirms a letter by the code from its e-mail, exactly as the button behind the link does. `lifted`: see {@link confirmLetter}. */
export async function confirmByCode(ctx: Context, letterId: string, code: string, lifted = false): Promise<ByCode> {
  // Before the code is tried: if the letter gets another address meanwhile, its code changes, or this has.
  const sentTo = await addressNow(ctx, letterId)
  const tried = await tryCode(ctx, letterId, code)
  if (tried !== 'right') return { outcome: tried }
  const { outcome, token } = await confirmLetter(ctx, letterId, { sentTo, lifted })
  if (outcome === 'void') return { outcome: 'wrong' }
  if (outcome === 'confirmed' || outcome === 'already') return { outcome, token }
  const owner = { letterId, ...(sentTo && { emailHash: sentTo }) }
  return { outcome, ask: await makeLink(ctx, 'confirm', owner, CONFIRM_LINK_DAYS) }
}

/** The keyed hash of the e-mail that the letter has. */
async function addressNow({ db }: Context, letterId: string): Promise<string | null> {
  const [row] = await db
    .select({ emailHash: supporters.emailHash })
    .from(supporters)
    .innerJoin(letters, eq(letters.supporterId, supporters.id))
    .where(eq(letters.id, letterId))
  return row?.emailHash ?? null
}
