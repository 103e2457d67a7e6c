import { WORDS_NUMBERED } from './echoes'

/**
 * Letters of a seat, by their numbers, and the 32-character pieces that each shares with something; and that thing's
 * own words, by their numbers (echoes.ts).
 */
export type Sharing = { letters: Uint32Array; pieces: Uint16Array; heard: Uint16Array }

/** Of the letter that is being made: pieces that each letter given before shares with it, and how often it says a word. */
export type Beside = { pieces: Uint16Array; heard: Uint8Array }

/** A letter of which nothing is said yet, beside so many that were given before. */
export function nothingBeside(letters: number, words = WORDS_NUMBERED): Beside {
  return { pieces: new Uint16Array(letters + 1), heard: new Uint8Array(words) }
}

/** Letters and digits of a letter of ordinary length: what two of them share is told against twice as many. */
const ORDINARY = 600
const SHARED_MOST = 4096
/**
 * What two letters' overlap costs: by its cube, so that one large one weighs more than many small ones; from some 0.3
 * on much more, so that it weighs more than a sentence said six times (draw.ts).
 */
const COSTS = Float64Array.from({ length: SHARED_MOST }, (_, pieces) => {
  const overlap = pieces / ORDINARY
  return 1000 * overlap ** 3 + 60_000 * overlap ** 6
})

/** What it costs that a letter says a word again: about as much as an overlap of a tenth. */
const ECHO = 1.5

/** What so many pieces more cost with a letter that shares some already. */
export function costOfMore(already: number, pieces: number): number {
  return (COSTS[already + pieces] ?? 0) - (COSTS[already] ?? 0)
}

/** What it costs to add this to the letter. */
export function costBeside(beside: Beside, { letters, pieces, heard }: Sharing): number {
  let cost = costOfEchoes(beside, heard)
  for (let at = 0; at < letters.length; at++) cost += costOfMore(beside.pieces[letters[at] ?? 0] ?? 0, pieces[at] ?? 0)
  return cost
}

/** What it costs that the letter says some of these words already. */
export function costOfEchoes(beside: Beside, heard: Uint16Array): number {
  let echoes = 0
  for (const word of heard) if ((beside.heard[word] ?? 0) > 0) echoes++
  return echoes * ECHO
}

export function addTo(beside: Beside, sharing: Sharing): void {
  change(beside, sharing, 1)
}

export function takeFrom(beside: Beside, sharing: Sharing): void {
  change(beside, sharing, -1)
}

function change({ pieces: all, heard: said }: Beside, { letters, pieces, heard }: Sharing, sign: 1 | -1): void {
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? 0
    all[letter] = (all[letter] ?? 0) + sign * (pieces[at] ?? 0)
  }
  for (const word of heard) said[word] = (said[word] ?? 0) + sign
}
