import type { LetterToMp } from './_components/message'
import type { SentLetter } from './_components/sent-letter'

export type LetterToMpProps = {
  letter: SentLetter
  /** Where the MP's office sees that the writer is a constituent who confirmed. */
  verifyUrl: string
}

/** The letter itself. It has no footer, no buttons and no name but the writer's: it is a letter from a person. */
export function letterToMpEmail(props: LetterToMpProps): LetterToMp {
  return { kind: 'letter', letter: props.letter, verifyUrl: props.verifyUrl }
}
