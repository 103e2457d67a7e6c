/** Letters and digits in a row that are compared: what services that refuse identical mail are known to use. */
export const PIECE = 32

/** What of a text is compared: its letters and digits, in small letters. */
export function comparedText(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** Every run of 32 letters and digits in a text, in small letters, once; the whole of a shorter one. */
export function shinglesOf(text: string): Set<string> {
  const plain = comparedText(text)
  if (plain === '') return new Set()
  const count = Math.max(1, plain.length - PIECE + 1)
  return new Set(Array.from({ length: count }, (_, at) => plain.slice(at, at + PIECE)))
}

/** Dice's overlap of two sets of pieces, from 0 to 1: twice the common ones over the sum of both. */
export function diceOf(one: Set<string>, other: Set<string>): number {
  let common = 0
  for (const shingle of one) if (other.has(shingle)) common++
  return (2 * common) / Math.max(1, one.size + other.size)
}
