const WORD = /[\p{L}][\p{L}’'-]*/gu
/** Long enough to be heard twice. */
const LONG = 6

/**
 * Words of some length that a sentence says twice, as alternatives do that meet: "the fighting … more fighting". Names may
 * come back, and so may what stands on both sides of "and" or "or".
 */
export function wordsAgain(text: string): string[] {
  const words = [...text.matchAll(WORD)].map(([word]) => word)
  return words.filter(
    (word, at) =>
      word.length >= LONG &&
      /^\p{Ll}/u.test(word) &&
      words.indexOf(word) < at &&
      !words.slice(Math.max(0, at - 4), at).some((between) => /^(?:and|or|nor|than|as|not|but)$/i.test(between)),
  )
}
