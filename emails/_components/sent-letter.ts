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
  /** Where they live now, a line each, where that is not the address above, at which they are registered to vote. */
  abroad?: readonly string[]
  /** For the MP's office; empty where none was given. */
  phone?: string
  email: string
}

/** The letter as paragraphs of lines: salutation, body, sign-off, then who writes and where they live. */
export function letterParagraphs(letter: SentLetter): string[][] {
  return [
    [plainLine(letter.salutation)],
    ...paragraphsOf(letter.body).map((paragraph) => paragraph.split('\n')),
    [plainLine(letter.signOff)],
    writerLines(letter),
  ]
}

/** Who writes, where they live and how to answer them, a line each: the same wherever a letter is shown. */
export function writerLines({ name, address, postcode, abroad = [], phone = '', email }: SentLetter): string[] {
  const home = [...address, postcode]
  const lines = [
    name,
    ...(abroad.length > 0 ? ['Registered to vote at:', ...home, 'Living at present at:', ...abroad] : home),
    phone === '' ? '' : `Telephone: ${phone}`,
    email,
  ]
  return lines.map((line) => plainLine(line)).filter((line) => line !== '')
}

/** The letter as plain text; its lines are the writer's and are not wrapped. */
export function letterText(letter: SentLetter): string {
  return letterParagraphs(letter)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}
