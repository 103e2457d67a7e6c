import { z } from 'zod'
import { seal, unseal } from '@/lib/kernel/secrets/crypto'

/** What is sealed with a letter: its text, and the postal address that shows it comes from a constituent. */
export const letterText = z.object({
  subject: z.string(),
  body: z.string(),
  address1: z.string(),
  address2: z.string(),
  town: z.string(),
})
export type LetterText = z.infer<typeof letterText>

/** Seals subject, body and address as one value, of this letter alone. */
export function sealText(text: LetterText, letterId: string): string {
  return seal(JSON.stringify(text), 'letter', letterId)
}

/** Opens what {@link sealText} gave. */
export function unsealText(sealed: string, letterId: string): LetterText {
  return letterText.parse(JSON.parse(unseal(sealed, 'letter', letterId)))
}
