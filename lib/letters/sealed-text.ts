import { z } from 'zod'
import { seal, Unsealable, unseal } from '@/lib/kernel/secrets/crypto'

/** What is sealed with a letter: its text, the postal address that shows it comes from a constituent, and how else to answer it. */
export const letterText = z.object({
  subject: z.string(),
  body: z.string(),
  address1: z.string(),
  address2: z.string(),
  town: z.string(),
  /** Where its writer lives now, in lines, where that is abroad; letters from before this was asked have none. */
  abroad: z.string().default(''),
  /** A telephone number for the MP's office. */
  phone: z.string().default(''),
})
export type LetterText = z.infer<typeof letterText>

/** Seals subject, body and address as one value, of this letter alone. */
export function sealText(text: z.input<typeof letterText>, letterId: string): string {
  return seal(JSON.stringify(text), 'letter', letterId)
}

/** Opens what {@link sealText} gave. */
export function unsealText(sealed: string, letterId: string): LetterText {
  return letterText.parse(JSON.parse(unseal(sealed, 'letter', letterId)))
}

/** As {@link unsealText}; `null` where no key opens it. */
export function textOrNull(sealed: string, letterId: string): LetterText | null {
  try {
    return unsealText(sealed, letterId)
  } catch (error) {
    if (error instanceof Unsealable) return null
    throw error
  }
}
