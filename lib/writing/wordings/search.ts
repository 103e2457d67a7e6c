import { addTo, type Beside, costBeside, takeFrom } from './beside'
import type { Drawn } from './draw'

/** Words of a letter: at least, and at most. */
export type Lengths = { least: number; most: number }

/** So many additions of a wording to a letter are weighed, once there is one that will do. */
const WEIGHED_MOST = 500

/**
 * Of each slot one of the wordings that were drawn for it, so that together they cost least and have the words that
 * they may; `null` where none have. Branch and bound (Land and Doig, 1960): what a wording costs alone it costs at
 * least in any letter.
 */
export function cheapest(slots: Drawn[][], beside: Beside, { least, most }: Lengths): Drawn[] | null {
  const window = ((1n << BigInt(most - least + 1)) - 1n) << BigInt(least)
  // The longest first: they share most, and leave the others little choice.
  const order = [...slots.keys()].sort((one, other) => wordsIn(slots[other]) - wordsIn(slots[one]))
  const ranked = order.map((slot) =>
    (slots[slot] ?? [])
      .map((drawn) => ({ drawn, alone: drawn.uses + costBeside(beside, drawn) }))
      .sort((one, other) => one.alone - other.alone),
  )
  const bounds = ranked.reduceRight<{ cost: number; totals: bigint }[]>(
    ([after = { cost: 0, totals: 1n }, ...rest], wordings) => {
      const totals = wordings.reduce((all, { drawn }) => all | (after.totals << BigInt(drawn.words)), 0n)
      return [{ cost: after.cost + (wordings[0]?.alone ?? 0), totals }, after, ...rest]
    },
    [],
  )
  let best: Drawn[] | null = null
  let lowest = Number.POSITIVE_INFINITY
  let weighed = 0
  const chosen: Drawn[] = []
  const down = (depth: number, cost: number, words: number) => {
    const wordings = ranked[depth]
    if (!wordings) {
      lowest = cost
      best = order.map((_, slot) => chosen[order.indexOf(slot)]).filter((one) => one !== undefined)
      return
    }
    const after = bounds[depth + 1] ?? { cost: 0, totals: 1n }
    for (const { drawn, alone } of wordings) {
      if (cost + alone + after.cost >= lowest || (best && weighed >= WEIGHED_MOST)) return
      if (((after.totals << BigInt(words + drawn.words)) & window) === 0n) continue
      weighed++
      const so = cost + drawn.uses + costBeside(beside, drawn)
      if (so + after.cost >= lowest) continue
      chosen[depth] = drawn
      addTo(beside, drawn)
      down(depth + 1, so, words + drawn.words)
      takeFrom(beside, drawn)
    }
  }
  down(0, 0, 0)
  return best
}

function wordsIn(drawn: Drawn[] = []): number {
  return Math.max(0, ...drawn.map(({ words }) => words))
}
