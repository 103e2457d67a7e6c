const SHORTEST = 4
const LONG = 8

/** Whether a word begins with what was typed but for one slip of the fingers, or two from eight letters on. */
export function beginsWithSlips(word: string, typed: string): boolean {
  // A slip is seldom in the first letter, and short words are too much like one another.
  if (typed.length < SHORTEST || word.charAt(0) !== typed.charAt(0)) return false
  const forgiven = typed.length >= LONG ? 2 : 1
  return word.length >= typed.length - forgiven && Math.min(...slips(word, typed)) <= forgiven
}

/** How many slips of the fingers lie between two words; each as long as a person's name may be, at most. */
export function slipsBetween(word: string, typed: string): number {
  return slips(word, typed).at(-1) ?? 0
}

/**
 * The least number of slips (a letter left out, put in, changed, or swapped with the next: Damerau and Levenshtein,
 * in the form that lets no pair be changed twice) that lead from what was typed to each beginning of the word, the
 * empty one first.
 */
function slips(word: string, typed: string): number[] {
  let before: number[] = []
  let above = Array.from({ length: word.length + 1 }, (_, at) => at)
  for (let row = 1; row <= typed.length; row++) {
    const line = [row]
    for (let at = 1; at <= word.length; at++) {
      const same = typed.charAt(row - 1) === word.charAt(at - 1)
      const swapped =
        row > 1 &&
        at > 1 &&
        typed.charAt(row - 1) === word.charAt(at - 2) &&
        typed.charAt(row - 2) === word.charAt(at - 1)
      line.push(
        Math.min(
          (above[at] ?? 0) + 1,
          (line[at - 1] ?? 0) + 1,
          (above[at - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    before = above
    above = line
  }
  return above
}
