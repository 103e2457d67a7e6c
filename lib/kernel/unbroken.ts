const EMAIL = 'e-mail(?:s|ed|ing)?\\b'
const POSTCODE = '[a-z]{1,2}\\d[a-z\\d]? \\d[a-z]{2}\\b'
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const DAY = `\\d{1,2} (?:${MONTHS})\\b`
const WHOLE = new RegExp(`(\\b(?:${EMAIL}|${POSTCODE}|${DAY}))`, 'i')

/**
 * A text in pieces, in turn such as may break over two lines anywhere and such as may not: "e-mail", a postcode, and a
 * day with its month. Joined they are the text.
 */
export function inUnbrokenPieces(text: string): string[] {
  return text.split(WHOLE)
}
