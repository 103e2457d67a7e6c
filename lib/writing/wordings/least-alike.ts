/** One choice to make: how many possibilities there are, and how much text (in characters) letters share that agree in it. */
export type Slot = { possibilities: number; weight: number }

/** What was given before: for each slot a column with the possibility of each, or -1 where it has none of those. */
export type Given = Int8Array[]

/** Above this count of comparisons no further start is tried, so that ten thousand letters take as long as a hundred. */
const WORK_MOST = 60_000
const STARTS_MOST = 12
const SWEEPS_MOST = 4

/**
 * The combination that overlaps least with those `given`: by the largest overlap (Dice's), then by the sum of sixth
 * powers (Morris and Mitchell, 1995). The first of `starts` stands unless a search betters it by much: coordinate
 * exchange from each start (Meyer and Nachtsheim, 1995), one row at a time (Bryce and Colbourn, 2009).
 */
export function leastAlike(slots: Slot[], given: Given, starts: number[][]): number[] {
  const scales = scalesOf(slots, given)
  const perStart = Math.max(1, scales.length * slots.length)
  const tried = starts.slice(0, Math.min(STARTS_MOST, Math.max(1, Math.floor(WORK_MOST / perStart))))
  const plain = best(tried.slice(0, 1).map((start) => exchanged(slots, given, scales, start, 0)))
  const searched = best(tried.map((start) => exchanged(slots, given, scales, start, SWEEPS_MOST)))
  return plain.largest <= searched.largest + WORTH_KEEPING ? plain.choice : searched.choice
}

type End = { choice: number[]; largest: number; sum: number }

const NONE = new Int8Array()
const NOTHING: End = { choice: [], largest: 0, sum: 0 }
/** A start is left as it is where the search gains less: codewords stay apart from the next ones too, and ends do not. */
const WORTH_KEEPING = 0.05
/** Largest overlaps that differ by less are one and the same to a reader. */
const HAIR = 0.005

function best(ends: End[]): End {
  return ends.reduce((most, end) => (isBetter(end, most) ? end : most), ends[0] ?? NOTHING)
}

function isBetter(one: End, other: End): boolean {
  if (Math.abs(one.largest - other.largest) > HAIR) return one.largest < other.largest
  return one.sum < other.sum
}

/** What makes a Dice overlap of the characters in common with each of those given. */
function scalesOf(slots: Slot[], given: Given): Float64Array {
  const own = slots.reduce((sum, { weight }) => sum + weight, 0)
  const scales = new Float64Array(given[0]?.length ?? 0).fill(own)
  for (const [at, { weight }] of slots.entries()) {
    const column = given[at] ?? NONE
    for (let i = 0; i < column.length; i++) if ((column[i] ?? -1) >= 0) scales[i] = (scales[i] ?? 0) + weight
  }
  for (let i = 0; i < scales.length; i++) scales[i] = 2 / (scales[i] ?? 1)
  return scales
}

/** `start` after exchanging coordinates, with its overlaps. */
function exchanged(slots: Slot[], given: Given, scales: Float64Array, start: number[], sweeps: number): End {
  const choice = [...start]
  const common = new Float64Array(scales.length)
  for (const [at, { weight }] of slots.entries()) addWhere(common, given[at] ?? NONE, choice[at] ?? 0, weight)
  for (let sweep = 0, changed = true; changed && sweep < sweeps; sweep++) {
    changed = false
    for (const [at, slot] of slots.entries()) {
      const column = given[at] ?? NONE
      const had = choice[at] ?? 0
      const best = bestFor(slot, column, had, common, scales)
      if (best === had) continue
      addWhere(common, column, had, -slot.weight)
      addWhere(common, column, best, slot.weight)
      choice[at] = best
      changed = true
    }
  }
  let largest = 0
  let sum = 0
  for (let i = 0; i < common.length; i++) {
    const overlap = (common[i] ?? 0) * (scales[i] ?? 0)
    if (overlap > largest) largest = overlap
    sum += sixth(overlap)
  }
  return { choice, largest, sum }
}

/** The possibility that adds least to the sum of overlaps, all other slots as they are; `had` where none is better. */
function bestFor(
  { possibilities, weight }: Slot,
  column: Int8Array,
  had: number,
  common: Float64Array,
  scales: Float64Array,
) {
  const cost = new Float64Array(possibilities)
  for (let i = 0; i < column.length; i++) {
    const theirs = column[i] ?? -1
    if (theirs < 0) continue
    const without = (common[i] ?? 0) - (theirs === had ? weight : 0)
    const scale = scales[i] ?? 0
    cost[theirs] = (cost[theirs] ?? 0) + sixth((without + weight) * scale) - sixth(without * scale)
  }
  const least = cost.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  return (cost[had] ?? 0) <= least ? had : cost.indexOf(least)
}

/** A plain loop: on a request there are twenty thousand to compare, for each slot several times. */
function addWhere(sums: Float64Array, column: Int8Array, place: number, weight: number) {
  for (let i = 0; i < sums.length; i++) {
    if (column[i] === place) sums[i] = (sums[i] ?? 0) + weight
  }
}

function sixth(x: number): number {
  const square = x * x
  return square * square * square
}
