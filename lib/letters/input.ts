import { z } from 'zod'
import { BODY_MOST, SUBJECT_MOST } from '@/lib/content/letter-limits'
import { manyLines, oneLine } from '@/lib/kernel/text'
import { typedText } from '@/lib/kernel/typed-text'

const BODY = BODY_MOST.toLocaleString('en-GB')

/** The first step: what the letter is to ask (nothing picked leaves it to us), and the supporter's own words. */
export const letterStart = z.object({
  ask: z.array(z.string()),
  reason: typedText(manyLines, BODY_MOST, `Your own words can be at most ${BODY} characters`).default(''),
})

/** The letter as its writer left it. */
export const letterWords = z.object({
  subject: typedText(oneLine, SUBJECT_MOST, `The subject can be at most ${SUBJECT_MOST} characters`, 'Enter a subject'),
  body: typedText(manyLines, BODY_MOST, `Your letter can be at most ${BODY} characters`, 'Write your letter').refine(
    (text) => /\p{L}/u.test(text),
    { error: 'Write your letter' },
  ),
})
export type LetterWords = z.infer<typeof letterWords>
