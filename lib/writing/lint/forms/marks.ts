import { isAsking } from '@/lib/writing/asking'

const MARKS = /[,;:.?!]\s*[,;:?!]|(?<!\.)\.\.(?!\.)|\s[,.;:?!]|\(\s|\s\)/g
const SAID = /^(?:I|we)(?:[’']m|[’']d|[’']ve)? /i
/** "I hope that you can help, would you?" and "I wonder: what was done?" ask after all. */
const TAG =
  /[,:;–—] (?:(?:and|but|so) )?(?:what|how|why|who|when|where|would|will|could|can|do|did|is|are|was|please)\b/i
const OPENED: Record<string, string> = { '(': ')', '“': '”', '[': ']' }

/** Doubled or stray marks in a text, and brackets or quotation marks that are not closed. */
export function strayMarks(text: string): string[] {
  const stray = [...text.matchAll(MARKS)].map(({ 0: marks, index }) => around(text, index, marks.length))
  for (const [open, close] of Object.entries(OPENED)) {
    if (text.split(open).length !== text.split(close).length) stray.push(`${open} … ${close}`)
  }
  return stray
}

/** Its last words, where a sentence asks and ends with a full stop, or says what its writer does and ends as a question. */
export function wrongEnd(sentence: string): string[] {
  const words = sentence.split(' ')
  const isAsked = isAsking(words) === 'yes'
  const isSaid = SAID.test(sentence) && !TAG.test(sentence)
  const isWrong = (isAsked && sentence.endsWith('.')) || (isSaid && sentence.endsWith('?'))
  return isWrong ? [words.slice(-3).join(' ')] : []
}

/** Whether a sentence begins as one and ends as one. */
export function isWhole(sentence: string): boolean {
  return /^["“‘(]?[\p{Lu}\p{N}{]/u.test(sentence) && /[.?!…:]["”’)]*$/.test(sentence)
}

function around(text: string, index: number, length: number): string {
  const before = text.slice(0, index).split(' ').at(-1) ?? ''
  return `${before}${text.slice(index, index + length)}`
}
