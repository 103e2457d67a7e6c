/** A letter's worth of different words: of fewer, a share says nothing. */
const DIFFERENT_LEAST = 60
/** Among so many words one is a new one in any letter that can be sent: English of 2,500 words has about one in three. */
const ONE_IN = 8

/**
 * Whether a letter's body says enough for a share of own words to be told of it: "Stop." does not, nor does one word or
 * one paragraph again and again.
 */
export function isEnoughToTell(body: string): boolean {
  const words = body.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? []
  const different = new Set(words.map((word) => word.replace(/['’]/g, ''))).size
  return different >= DIFFERENT_LEAST && different * ONE_IN >= words.length
}
