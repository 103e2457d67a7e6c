// State: one copy in a process.
import { foldWords } from './fold-name'

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
