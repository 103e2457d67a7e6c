import { z } from 'zod'
import { lengthOf, manyLines, oneLine } from '../kernel/text'

export const SUBJECT_MOST = 120
export const BODY_MOST = 10_000

const reasonText = z
  .string()
  .default('')
  .transform(manyLines)
  .refine((text) => lengthOf(text) <= BODY_MOST, {
    error: `Your own words can be at most ${BODY_MOST.toLocaleString('en-GB')} characters`,
  })

/** The first step: what the letter is to ask, and the supporter's own words. */
export const letterStart = z.object({
  ask: z.array(z.string()).min(1, { error: 'Choose at least one thing to ask for' }),
  reason: reasonText,
})

/** The letter as its writer left it. */
export const letterWords = z.object({
  subject: z
    .string({ error: 'Enter a subject' })
    .transform(oneLine)
    .refine((text) => text !== '', { error: 'Enter a subject', abort: true })
    .refine((text) => lengthOf(text) <= SUBJECT_MOST, {
      error: `The subject can be at most ${SUBJECT_MOST} characters`,
    }),
  body: z
    .string({ error: 'Write your letter' })
    .transform(manyLines)
    .refine((text) => /\p{L}/u.test(text), { error: 'Write your letter', abort: true })
    .refine((text) => lengthOf(text) <= BODY_MOST, {
      error: `Your letter can be at most ${BODY_MOST.toLocaleString('en-GB')} characters`,
    }),
})
export type LetterWords = z.infer<typeof letterWords>
