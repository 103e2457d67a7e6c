const WHOLE =
  /(\be-mail(?:s|ed|ing)?\b|\b[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}\b|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|(?<=^|, )\d{1,4}[a-z]? [a-z’]+(?= (?:street|road|lane|avenue|square|place|way|house|close|gate|row|terrace|court|hill)\b))/i

/**
 * A text in pieces, in turn such as may break over two lines anywhere and such as may not: "e-mail", a postcode, a day
 * with its month, and a house's number with its street. Joined they are the text.
 */
export function inUnbrokenPieces(text: string): string[] {
  return text.split(WHOLE)
}
