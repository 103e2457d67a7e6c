import { isGreetable } from './safe-name'

// All control characters but the newline, and the byte-order mark.
const CONTROLS = /[^\P{Cc}\n]|\ufeff/gu
// Embeddings, overrides and isolates turn the order of what stands after them, beyond the text they came in.
const BIDI_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g

const SUBJECT_AIM = 60
const SUBJECT_MOST = 150

/** One safe line: line ends, control and direction characters gone, single spaces, at most `most` characters. */
export function plainLine(text: string, most = Number.POSITIVE_INFINITY): string {
  const line = plainText(text).replace(/\s+/g, ' ').trim()
  const characters = [...line]
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/** Safe text of several lines: only `\n` of all the control characters is left, and no direction overrides. */
export function plainText(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(/\t/g, ' ')
    .replace(CONTROLS, '')
    .replace(BIDI_OVERRIDES, '')
    .replace(/\p{Cs}/gu, '')
}

/** The paragraphs of a text, as its empty lines part them; single line ends stay inside. */
export function paragraphsOf(text: string): string[] {
  const paragraphs: string[][] = [[]]
  for (const line of plainText(text).split('\n')) {
    if (line.trim() === '') paragraphs.push([])
    else paragraphs.at(-1)?.push(line.trimEnd())
  }
  return paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))
}

/** The first of our subjects that is short enough to be read whole in a list of mail, made safe for a header. */
export function shortSubject(first: string, ...shorter: string[]): string {
  const all = [first, ...shorter].map((subject) => plainLine(subject))
  return all.find((subject) => [...subject].length < SUBJECT_AIM) ?? plainLine(all.at(-1) ?? first, SUBJECT_AIM - 1)
}

/** A supporter's own subject, made safe for a header. */
export function safeSubject(subject: string): string {
  return plainLine(subject, SUBJECT_MOST)
}

/**
 * "Hello Jane Okafor,". A name that could pass for an address, a sum of money or a call to do something is left
 * out: anyone can enter another person's e-mail, so a name must not become a message to them.
 */
export function greeting(name: string): string {
  const line = plainLine(name)
  return isGreetable(name) ? `Hello ${line},` : 'Hello,'
}

/** "Rachel Blake MP"; "your MP" where the seat has none. */
export function mpTitle(name: string | null): string {
  if (name === null) return 'your MP'
  const line = plainLine(name, 100)
  return / MP$/.test(line) ? line : `${line} MP`
}
