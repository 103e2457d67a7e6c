const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g
// Overrides and isolates turn the order of what follows, also outside the field (Unicode Technical Report 36).
const BIDI_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g

/** One clean line of what a person typed: no line ends, control or direction characters, single spaces. */
export function oneLine(text: string): string {
  return cleaned(text).replace(/\s+/g, ' ').trim()
}

/** Clean text of several lines: `\n` line ends, no control or direction characters, no trailing spaces. */
export function manyLines(text: string): string {
  return cleaned(text.replace(/\r\n?/g, '\n').replace(/[\u2028\u2029]/g, '\n'))
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** How many characters a text has (Unicode code points): an accented letter or a plain emoji is one, a joined emoji several. */
export function lengthOf(text: string): number {
  return [...text].length
}

/** How many words a text has. */
export function wordCount(text: string): number {
  return text
    .trim()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

const FIRST_WORDS = 60

/** A text by its first words, with an ellipsis where it goes on. */
export function firstWords(text: string): string {
  if (text.length <= FIRST_WORDS) return text
  const cut = text.slice(0, FIRST_WORDS)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)).trimEnd() || cut} …`
}

// Making one takes longer than a hundred numbers or days with it, and some pages have 650.
const days = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
})
const times = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' })

/** "6 October 2020", in London time. */
export function longDate(date: Date): string {
  return days.format(date)
}

/** "6 Oct 2020", in London time: in a column of many, where a phone has no room for more. */
export function shortDate(date: Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'Europe/London',
  }).format(date)
}

/** "14:05 on 6 October 2020", in London time. */
export function timeAndDate(date: Date): string {
  return `${times.format(date)} on ${longDate(date)}`
}

const grouping = new Intl.NumberFormat('en-GB')

/** "12,345". */
export function grouped(count: number): string {
  return grouping.format(count)
}

/** "1 letter", "2 letters". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}

/** "Bath", "Bath or York", "Bath, York or Leeds". */
export function eitherOf(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names)
}

/**
 * A text with at most 30 marks on one letter, which is more than any script needs (Unicode Standard Annex 15, stream-safe
 * text): normalising sorts the marks, and takes time that grows with the square of how many are piled up.
 */
export function withoutPiles(text: string): string {
  return text.replace(/(\p{M}{30})\p{M}+/gu, '$1')
}

/**
 * What is clean as it stands, as nearly every text is: Latin letters as one sign each, spaces, and the usual marks, quotes
 * and dashes. None of them is a mark upon another, and none is written otherwise when it is normalised.
 */
const CLEAN = /^[\t\n\r -~\u00a0-\u02ff\u2010-\u2027\u20ac]*$/

/** Nothing is taken out after a text is normalised: what comes together then would be normalised the next time only. */
function cleaned(text: string): string {
  if (CLEAN.test(text)) return text
  const plain = text
    .replace(CONTROLS, ' ')
    .replace(BIDI_OVERRIDES, '')
    .replace(/\p{Cs}/gu, '')
  // Once before, since normalising piles takes long; once after, since it makes two marks of some.
  return withoutPiles(withoutPiles(plain).normalize('NFC'))
}
