/** A letter's worth of different words: of fewer, a share says nothing. */
const DIFFERENT_LEAST = 60
/** Among so many words one is a new one in any letter that can be sent: English of 2,500 words has about one in three. */
const ONE_IN = 8

/**
 * Whether a letter's body says enough for a share of own words to be told of it: "Stop." does not, nor does one word or
 * one paragraph again and again.
 */
export function isEnoughToTell(body: string): boolean {
  const words = (body.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? []).map((word) => word.replace(/['’]/g, ''))
  return new Set(words).size >= DIFFERENT_LEAST && wordsThatCount(words) === words.length
}

/** How many of these words count as said, each in small letters: all of them, but of few words again and again a few. */
export function wordsThatCount(words: string[]): number {
  return Math.min(words.length, new Set(words).size * ONE_IN)
}
