import type { Masking } from '@/lib/figures/public/masking'
import type { SeatShown } from '@/lib/figures/public/public-seats'
import { grouped } from '@/lib/kernel/text'
import { SHOWN_FROM } from '@/lib/supporters/under-five'

/** How a hexagon looks: a class of app/map.css. `s0` to `s3` grow darker; `top` is the amber one. */
export type Look = 'none' | 's0' | 's1' | 's2' | 's3' | 'top'

/** A step of the shading: seats from so many supporters on. */
export type Shade = { from: number; look: Look; words: string }

/** The shades above "under 5", lightest first, and how a seat with fewer looks. */
export type Scale = { shades: Shade[]; few: Look }

/** Where a shade may begin, in each power of ten. */
const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8]
/** Which shares of the seats that are told lie below the second, the third and the topmost shade. */
const BELOW = [0.4, 0.7, 0.9]
const ABOVE_FEW: readonly Look[] = ['s1', 's2', 's3']

/**
 * The scale for those who see every number: as {@link scaleFor}, from one supporter on, and nothing is "under 5".
 */
export function fullScaleFor(seats: readonly SeatShown[]): Scale {
  return { shades: shadesFrom(1, seats), few: 'none' }
}

/** What the looks of {@link fullScaleFor} mean, lightest first. */
export function fullLegendOf({ shades }: Scale): { look: Look; words: string }[] {
  return [{ look: 'none', words: 'none' }, ...shades]
}

/**
 * The scale that fits the numbers: at most four shades, which begin at round numbers and divide the seats that are told
 * as evenly as those allow, the topmost rarest. From those seats alone: it says nothing of the small numbers.
 */
export function scaleFor(seats: readonly SeatShown[]): Scale {
  const shades = shadesFrom(SHOWN_FROM, seats)
  // While there is no other shade, the one that there is stands out from the seats without anybody.
  const isAlone = shades.length === 0 && seats.some(({ supporters }) => supporters === 0)
  return { shades, few: isAlone ? 's2' : 's0' }
}

function shadesFrom(least: number, seats: readonly SeatShown[]): Shade[] {
  const told = seats.flatMap(({ supporters }) => (typeof supporters === 'number' && supporters > 0 ? [supporters] : []))
  told.sort((a, b) => a - b)
  const between = BELOW.map((share) => roundDown(told[Math.floor(share * told.length)] ?? 0, least))
  const steps = told.length > 0 ? [...new Set([least, ...between])].sort((a, b) => a - b) : []
  return steps.map((from, at): Shade => {
    const next = steps[at + 1]
    return { from, look: (next && ABOVE_FEW[at]) || 'top', words: wordsOf(from, next) }
  })
}

/** How a seat looks; one that is not told looks as one without anybody, and the legend says so. */
export function lookOf({ supporters }: Pick<SeatShown, 'supporters'>, { shades, few }: Scale): Look {
  if (supporters === 'under 5') return few
  if (supporters === null) return 'none'
  return shades.findLast(({ from }) => supporters >= from)?.look ?? 'none'
}

/** What the looks mean, lightest first. */
export function legendOf({ shades, few }: Scale, masking: Masking): { look: Look; words: string }[] {
  if (masking === 'left-out') return [{ look: 'none', words: 'not shown' }, ...shades]
  if (masking === 'among-all') return [{ look: few, words: 'none, or under 5' }, ...shades]
  return [{ look: 'none', words: 'none yet' }, { look: few, words: 'under 5' }, ...shades]
}

function wordsOf(from: number, next: number | undefined): string {
  if (!next) return `${grouped(from)} and more`
  return next - 1 === from ? grouped(from) : `${grouped(from)} to ${grouped(next - 1)}`
}

/** The largest round number that is no larger; below ten every number is one. */
function roundDown(count: number, least: number): number {
  if (count <= 10) return Math.max(least, count)
  const power = 10 ** Math.floor(Math.log10(count))
  return (ROUND.findLast((step) => step * power <= count) ?? 1) * power
}
