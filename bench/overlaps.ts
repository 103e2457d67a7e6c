/**
 * Dice's overlap of every two of some sets of pieces, smallest first. Counted piece by piece: of a thousand letters
 * half a million pairs would each be looked through otherwise.
 */
export function overlapsOfPairs(sets: Set<string>[]): number[] {
  const common = new Uint16Array(sets.length ** 2)
  for (const holders of holdersOf(sets).values()) {
    for (const [place, one] of holders.entries()) {
      for (const other of holders.slice(0, place)) {
        const pair = one * sets.length + other
        common[pair] = (common[pair] ?? 0) + 1
      }
    }
  }
  const overlap = (one: number, other: number) =>
    (2 * (common[one * sets.length + other] ?? 0)) / Math.max(1, (sets[one]?.size ?? 0) + (sets[other]?.size ?? 0))
  return sets.flatMap((_, one) => sets.slice(0, one).map((_, other) => overlap(one, other))).sort((a, b) => a - b)
}

/** For each piece the sets that hold it, by their places. */
function holdersOf(sets: Set<string>[]): Map<string, number[]> {
  const holders = new Map<string, number[]>()
  for (const [at, set] of sets.entries()) {
    for (const piece of set) {
      const known = holders.get(piece)
      if (known) known.push(at)
      else holders.set(piece, [at])
    }
  }
  return holders
}
