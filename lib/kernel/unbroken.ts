const WHOLE =
  /(\be-mail(?:s|ed|ing)?\b|\b[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}\b|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/i

/**
 * A text in pieces, in turn such as may break over two lines anywhere and such as may not: "e-mail", a postcode, and a
 * day with its month. Joined they are the text.
 */
export function inUnbrokenPieces(text: string): string[] {
  return text.split(WHOLE)
}
