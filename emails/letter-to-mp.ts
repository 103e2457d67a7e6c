import type { LetterToMp } from './_components/message'
import type { SentLetter } from './_components/sent-letter'

export type LetterToMpProps = {
  letter: SentLetter
  /** What is said below the letter: how it came, that a campaign helped, who wrote, and how much is their own. */
  note: string
  /** Where the MP's office sees what is known of the writer. */
  verifyUrl: string
}

/** The letter itself. It has no buttons and no name but the writer's, and one small line below: it is a letter from a person. */
export function letterToMpEmail({ letter, note, verifyUrl }: LetterToMpProps): LetterToMp {
  return { kind: 'letter', letter, note, verifyUrl }
}
