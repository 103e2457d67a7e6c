import type { Block } from './blocks'
import type { FooterProps } from './footer'
import type { SentLetter } from './sent-letter'

/** A message from the installation to a person. */
export type Notice = {
  kind: 'notice'
  subject: string
  /** What a list of mail shows after the subject. */
  preview: string
  heading: string
  blocks: Block[]
  /** Why this person gets it, for the footer. */
  because: string
  footer: FooterProps
}

/** The supporter's letter to the MP, which looks like nothing but a letter. */
export type LetterToMp = { kind: 'letter'; letter: SentLetter; note: string; verifyUrl: string }

export type Message = Notice | LetterToMp
