const MOST_LINES = 9
const MOST_CHARACTERS = 70
const MOST_WORDS = 8
/** Lines so short are names and places in small letters as well. */
const FEW_WORDS = 4

const POSTCODE = /\b[a-z]{1,2}\d[a-z\d]? {0,2}\d[a-z]{2}\.?$/i
const CONTACT = /^(?:(?:tel|telephone|phone|mobile|mob|e-?mail)\b.{0,60}|\S{1,60}@\S{1,60}|\+?[\d ()-]{9,20})$/i
const DATE =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9},? \d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})$/i
const HOUSE = /^house of commons\b/i
const STREET = /^(?:flat |apartment |unit )?\d{1,4}[a-z]?,? \p{L}/iu
/** Words by which a line is a sentence, or a part of one, and no name and no place. */
const SAYING =
  /(?:^|\s)(?:i|i['’]m|i['’]ve|my|me|we|our|us|you|your|he|she|they|is|are|am|was|were|be|been|have|has|had|do|does|did|please|this|that|these|those|it|its|not|no|can|will|would|should|may|to|for|with|what|why|how|who|when|if|but|because|at|about|now|stop)(?=[\s,.!?;:]|$)/i
const SMALL = new Set([
  'of',
  'the',
  'and',
  'on',
  'upon',
  'in',
  'by',
  'under',
  'de',
  'van',
  'von',
  'le',
  'la',
  'y',
  'al',
  'cum',
])

/** Whether a line ends with a postcode. */
export function endsWithPostcode(line: string): boolean {
  return POSTCODE.test(line)
}

/** "Address: 14 High Street, Leeds, LS18 4EB": a whole address on one line. */
export function isAddressLine(line: string): boolean {
  const bare = line.replace(/^(?:(?:my|home|postal) )?address:? /i, '')
  return STREET.test(bare) && POSTCODE.test(bare) && isNamed(bare.split(/\s+/)) && line.length <= MOST_CHARACTERS
}

/** Whether these lines, which stand together, are an address, a date, or names and places around one. */
export function isAddressBlock(lines: string[], least: 'any' | 'with a postcode' = 'any'): boolean {
  if (lines.length === 0 || lines.length > MOST_LINES || !lines.every(isNameOrPlace)) return false
  if (least === 'with a postcode') return lines.slice(-3).some((line) => POSTCODE.test(line))
  return lines.some((line) => isContactOrDate(line) || HOUSE.test(line) || POSTCODE.test(line) || STREET.test(line))
}

/** Whether a line can be one of a name, an address, or a way to reach somebody: never a sentence. */
export function isNameOrPlace(line: string): boolean {
  if (isContactOrDate(line)) return true
  if (line === '' || line.length > MOST_CHARACTERS || SAYING.test(line) || /[!?;:…]$/.test(line)) return false
  const words = line.split(/\s+/)
  // A full stop ends a sentence, but for "1 High St." and "A. B. Example."
  if (line.endsWith('.')) return words.length <= FEW_WORDS + 2 && isNamed(words)
  return words.length <= FEW_WORDS || (words.length <= MOST_WORDS && isNamed(words))
}

/** Whether all of these words are as names are written: capitals, figures, and the small words between them. */
export function isNamed(words: string[]): boolean {
  return words.every(
    (word) => /^[("'‘“]?[\p{Lu}\d&]/u.test(word) || SMALL.has(word.toLowerCase()) || /^[-–—|,]$/.test(word),
  )
}

/** Whether a line or a part of one says something, and names nobody and no place. */
export function isSaying(text: string): boolean {
  return SAYING.test(text)
}

function isContactOrDate(line: string): boolean {
  return line.length <= MOST_CHARACTERS && (CONTACT.test(line) || DATE.test(line))
}
