import type { SeatShown } from '@/lib/figures/public/public-seats'

/** A step of the map's shading: seats from so many supporters on; `words` stand in the legend. */
export type Shade = { from: number; words: string }

const STEPS = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000]
const MOST_STEPS = 4

/** The shades above "under 5", lightest first: at most four, the topmost reached by somebody where there is anybody. */
export function shadesFor(seats: readonly SeatShown[]): Shade[] {
  const top = Math.max(0, ...seats.map(({ supporters }) => (typeof supporters === 'number' ? supporters : 0)))
  const reached = STEPS.filter((step) => step <= top)
  const steps = reached.length <= MOST_STEPS ? reached : [5, ...reached.slice(1 - MOST_STEPS)]
  return steps.map((from, at) => {
    const next = steps[at + 1]
    return { from, words: next ? `${from} to ${next - 1}` : `${from} and more` }
  })
}

/** Which shade a seat has: -1 for nobody or not told, 0 for "under 5", then the shades from 1 on. */
export function shadeOf({ supporters }: SeatShown, shades: readonly Shade[]): number {
  if (supporters === 'under 5') return 0
  if (supporters === null || supporters === 0) return -1
  return shades.findLastIndex(({ from }) => supporters >= from) + 1
}
