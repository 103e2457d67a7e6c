import { retext } from 'retext'
import retextRepeatedWords from 'retext-repeated-words'

const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu

const processor = retext().use(retextRepeatedWords)

/** Every word that stands twice running with nothing but a space between, as "the the"; "had had" and "that that" are English. */
export function doubledWords(text: string): string[] {
  const words = [...text.matchAll(WORD)]
  const twice = words.some(({ 0: word, index }, at) => {
    const before = words[at - 1]
    return before && same(before[0], word) && text.slice(before.index + before[0].length, index).trim() === ''
  })
  // The library is asked of the few that can hold one: it takes a tenth of a millisecond.
  if (!twice) return []
  return processor.processSync(text).messages.flatMap(({ actual }) => actual ?? [])
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
