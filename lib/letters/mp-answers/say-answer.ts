import { z } from 'zod'
import { mpAnswers } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { seal } from '@/lib/kernel/secrets/crypto'
import { manyLines } from '@/lib/kernel/text'
import { typedText } from '@/lib/kernel/typed-text'
import { QUOTE_CONSENT } from './quote-consent'

/** Characters of an answer that are kept. */
export const ANSWER_MOST = 5000

export const saidOfAnswer = z.object({
  said: typedText(
    manyLines,
    ANSWER_MOST,
    `At most ${ANSWER_MOST.toLocaleString('en-GB')} characters fit: the heart of the answer is enough`,
    'Write down what your MP answered',
  ),
  quote: z.string().transform((ticked) => ticked === 'yes'),
})
export type SaidOfAnswer = z.infer<typeof saidOfAnswer>

/** Keeps what a supporter says of their MP's answer, sealed, in place of what they said before, and whether it may be quoted. */
export async function sayAnswer(ctx: Context, letterId: string, { said, quote }: SaidOfAnswer): Promise<void> {
  const at = ctx.now()
  const row = {
    textSealed: seal(said, 'mp-answer', letterId),
    saidAt: at,
    quoteAt: quote ? at : null,
    quoteWording: quote ? QUOTE_CONSENT.wording : null,
    quoteWordingVersion: quote ? QUOTE_CONSENT.version : null,
  }
  await ctx.db
    .insert(mpAnswers)
    .values({ letterId, ...row })
    .onConflictDoUpdate({ target: mpAnswers.letterId, set: row })
}
