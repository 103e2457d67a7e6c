const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const WHOLE = new RegExp(`(\\be-mail(?:s|ed|ing)?\\b|\\b\\d{1,2} (?:${MONTHS})\\b)`, 'i')

/**
 * A text in pieces, in turn such as may break over two lines anywhere and such as may not: "e-mail", and a day with its
 * month. Joined they are the text.
 */
export function inUnbrokenPieces(text: string): string[] {
  return text.split(WHOLE)
}
