// State: one copy in a process.
import { withoutPiles } from '@/lib/kernel/text'

/**
 * The words of a name of a place or person as they are compared: without accents, case, punctuation and "and",
 * so that "Ynys Môn" is "ynys mon", and "Mid & South Pembrokeshire" is "mid south pembrokeshire". Saint is st.
 */
export function foldWords(name: string): string[] {
  return withoutPiles(name)
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`´]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'and')
    .map((word) => (word === 'saint' ? 'st' : word))
}

/** The folded words in one line, to compare or to sort by. */
export function foldName(name: string): string {
  return foldWords(name).join(' ')
}

export type Folded = { words: string[]; line: string }

// Folding some six thousand names at each key would cost more than the search itself.
const foldedOnce = new Map<string, Folded>()

/** A name's folded words, and the same in one line; worked out once for each name. */
export function folded(name: string): Folded {
  const known = foldedOnce.get(name)
  if (known) return known
  const words = foldWords(name)
  const made = { words, line: words.join(' ') }
  foldedOnce.set(name, made)
  return made
}
