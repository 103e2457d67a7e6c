import type { LetterToMp } from './_components/message'
import type { SentLetter } from './_components/sent-letter'

export type LetterToMpProps = {
  letter: SentLetter
  /** What the installation calls itself: said below the letter. */
  site: string
  /** Where the MP's office sees that the writer is a constituent who confirmed. */
  verifyUrl: string
}

/** The letter itself. It has no footer, no buttons and no name but the writer's: it is a letter from a person. */
export function letterToMpEmail({ letter, site, verifyUrl }: LetterToMpProps): LetterToMp {
  return { kind: 'letter', letter, site, verifyUrl }
}
