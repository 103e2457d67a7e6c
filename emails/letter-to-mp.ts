import type { LetterToMp } from './_components/message'
import type { SentLetter } from './_components/sent-letter'

export type LetterToMpProps = {
  letter: SentLetter
  /** What the installation calls itself: said below the letter. */
  site: string
  /** Who wrote, as far as it is known: "a constituent who confirmed their e-mail address". */
  writer: string
  /** Where the MP's office sees what is known of the writer. */
  verifyUrl: string
}

/** The letter itself. It has no footer, no buttons and no name but the writer's: it is a letter from a person. */
export function letterToMpEmail({ letter, site, writer, verifyUrl }: LetterToMpProps): LetterToMp {
  return { kind: 'letter', letter, site, writer, verifyUrl }
}
