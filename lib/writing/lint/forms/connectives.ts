const STARTS_SO =
  /^(?:so|and so|therefore|thus|hence|consequently|accordingly|as a result|for (?:that|this) reason|because of (?:that|this)|that.s why|that is why|this is why)\b/i
const THEN_SO =
  /\b(?:therefore|thus|hence|consequently|accordingly|as a result|for (?:that|this) reason|because of (?:that|this)|that.s why|that is why|this is why)\b/gi

const PAIRS: readonly RegExp[] = [
  /\b(?:but|yet|though|although) (?:however|nevertheless|nonetheless)\b/gi,
  /^(?:however|nevertheless|nonetheless),? (?:but|yet|still|however|nevertheless)\b/gi,
  /^also,? [^,;:.?!]{0,80}\balso\b/gi,
  /\b(?:and|but) (?:also too|too also)\b/gi,
  /\balso\b[^,;:.?!]{0,80}\b(?:too|as well)(?=[.?!])/gi,
  /\bboth\b[^,;:.?!]{0,80}\bas well as\b/gi,
  /\bbetween\b[^,;:.?!]{0,40}\d to \d/gi,
  /\b(?:but|because),? (?:and|or|but|because)\b/gi,
  /\bneither\b[^,;:.?!]{0,60} or\b/gi,
  /\breason\b[^,;:.?!]{0,30}\bis because\b/gi,
  /\b(?:although|though|even though)\b[^,;:.?!]{0,120}, but\b/gi,
]

/** Where a sentence says twice how it hangs together, as alternatives do that meet: "So … therefore", "but however", "and, and". */
export function doubledConnectives(text: string): string[] {
  const found = PAIRS.flatMap((pair) => [...text.matchAll(pair)].map(([words]) => words))
  const [start] = STARTS_SO.exec(text) ?? []
  if (start === undefined) return found
  return [...found, ...[...text.slice(start.length).matchAll(THEN_SO)].map(([again]) => `${start} … ${again}`)]
}
