import { z } from 'zod'
import hexjson from './constituencies.hexjson.json'
import { middleOf } from './hexagons'

/** A constituency's hexagon on the drawn map: its middle, `y` growing downwards. */
export type Hexagon = { code: string; x: number; y: number; region: string | undefined }

/** Distance between the middles of two hexagons in a row, and between two rows, in the units of the drawing. */
export const ACROSS = 28
export const DOWN = 24
const MARGIN = 18

const parsed = z
  .object({
    about: z.object({ pairs: z.number(), kept: z.number() }),
    hexes: z.record(z.string(), z.object({ q: z.number(), r: z.number(), region: z.string().optional() })),
  })
  .parse(hexjson)

const highest = Math.max(...Object.values(parsed.hexes).map(({ r }) => r))

/** Every constituency's hexagon. */
export const hexagons: readonly Hexagon[] = Object.entries(parsed.hexes).map(([code, { q, r, region }]) => {
  return { code, region, x: MARGIN + middleOf({ q, r }).x * ACROSS, y: MARGIN + (highest - r) * DOWN }
})

/** How large the drawing is. */
export const size = {
  width: Math.max(...hexagons.map(({ x }) => x)) + MARGIN,
  height: Math.max(...hexagons.map(({ y }) => y)) + MARGIN,
}

/** How many pairs of neighbours there are, and the share of them that the map keeps beside each other, from 0 to 1. */
export const keptNeighbours = parsed.about
