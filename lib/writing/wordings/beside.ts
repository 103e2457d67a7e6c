/** Letters of a seat, by their numbers, and the 32-character pieces that each shares with something. */
export type Sharing = { letters: Uint32Array; pieces: Uint16Array }

/** Pieces that each letter given before shares with the one that is being made, by its number. */
export type Beside = Uint16Array

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

/** What so many pieces more cost with a letter that shares some already. */
export function costOfMore(already: number, pieces: number): number {
  return (COSTS[already + pieces] ?? 0) - (COSTS[already] ?? 0)
}

/** What it costs to add this to the letter. */
export function costBeside(beside: Beside, { letters, pieces }: Sharing): number {
  let cost = 0
  for (let at = 0; at < letters.length; at++) cost += costOfMore(beside[letters[at] ?? 0] ?? 0, pieces[at] ?? 0)
  return cost
}

export function addTo(beside: Beside, { letters, pieces }: Sharing): void {
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? 0
    beside[letter] = (beside[letter] ?? 0) + (pieces[at] ?? 0)
  }
}

export function takeFrom(beside: Beside, { letters, pieces }: Sharing): void {
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? 0
    beside[letter] = (beside[letter] ?? 0) - (pieces[at] ?? 0)
  }
}
