import { paragraphsOf, plainLine } from './plain'

/** A supporter's letter with all that stands on it; salutation and sign-off as settled at sending. */
export type SentLetter = {
  subject: string
  /** "Dear Rachel Blake," */
  salutation: string
  /** Paragraphs parted by empty lines. */
  body: string
  /** "Yours sincerely," */
  signOff: string
  name: string
  /** House, street and town, a line each, without the postcode. */
  address: string[]
  postcode: string
  email: string
}

/** The letter as paragraphs of lines: salutation, body, sign-off, then who writes and where they live. */
export function letterParagraphs(letter: SentLetter): string[][] {
  const writer = [letter.name, ...letter.address, letter.postcode, letter.email]
  return [
    [plainLine(letter.salutation)],
    ...paragraphsOf(letter.body).map((paragraph) => paragraph.split('\n')),
    [plainLine(letter.signOff)],
    writer.map((line) => plainLine(line)).filter((line) => line !== ''),
  ]
}

/** The letter as plain text; its lines are the writer's and are not wrapped. */
export function letterText(letter: SentLetter): string {
  return letterParagraphs(letter)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}
