const MARKS = /[,;:.?!]\s*[,;:?!]|(?<!\.)\.\.(?!\.)|\s[,.;:?!]|\(\s|\s\)/g
const OPENED: Record<string, string> = { '(': ')', '“': '”', '[': ']' }

/** Doubled or stray marks in a text, and brackets or quotation marks that are not closed. */
export function strayMarks(text: string): string[] {
  const stray = [...text.matchAll(MARKS)].map(({ 0: marks, index }) => around(text, index, marks.length))
  for (const [open, close] of Object.entries(OPENED)) {
    if (text.split(open).length !== text.split(close).length) stray.push(`${open} … ${close}`)
  }
  return stray
}

/** Whether a sentence begins as one and ends as one. */
export function isWhole(sentence: string): boolean {
  return /^["“‘(]?[\p{Lu}\p{N}{]/u.test(sentence) && /[.?!…:]["”’)]*$/.test(sentence)
}

function around(text: string, index: number, length: number): string {
  const before = text.slice(0, index).split(' ').at(-1) ?? ''
  return `${before}${text.slice(index, index + length)}`
}
