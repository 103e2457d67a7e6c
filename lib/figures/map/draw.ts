// State: one copy in a process.

import type { SeatShown } from '@/lib/figures/public/public-seats'
import { escaped } from '@/lib/kernel/escape-html'
import { ACROSS, DOWN, type Hexagon, hexagons, size } from './layout'
import { type Look, lookOf, scaleFor } from './shades'

// Pointing up, with a gap to the next; from its top corner on.
const SHAPE = 'l13 7.5v15l-13 7.5-13-7.5v-15z'
const TOP = 15

/** The map's colours: nobody, "under 5", then up to four shades; the last is always the top one. */
const LIGHT = { line: '#5e6b65', none: '#fff', fills: ['#cfe2d7', '#93c2a9', '#4d9472', '#0a5c3c'], top: '#ffb81c' }
const DARK = { line: '#7c8a83', none: '#101614', fills: ['#26402f', '#2f6b4d', '#43a077', '#8fdcb5'], top: '#ffb81c' }

/** The hex map as an SVG document of its own; `own` is outlined. The picture alone says nothing that its title does not. */
export function drawMap(seats: readonly SeatShown[], { title, own }: { title: string; own?: string }): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img">`,
    `<title>${escaped(title)}</title><style>${mapStyle}</style>`,
    mapShapes(seats, own),
    '</svg>',
  ].join('')
}

/** The map's shapes as the markup of an SVG, one path to a look; app/map.css and the document's own style colour them. */
export function mapShapes(seats: readonly SeatShown[], own?: string): string {
  const drawn = shapes.get(seats) ?? drawShapes(seats)
  shapes.set(seats, drawn)
  const mark = hexagons.find(({ code }) => code === own)
  return mark ? `${drawn}<path class="map-own" d="M${mark.x} ${mark.y - 20}l17.3 10v20l-17.3 10-17.3-10v-20z"/>` : drawn
}

/** Drawn once for the seats of a roll-up. */
const shapes = new WeakMap<readonly SeatShown[], string>()

function drawShapes(seats: readonly SeatShown[]): string {
  const scale = scaleFor(seats)
  const looks = new Map(seats.map((seat) => [seat.code, lookOf(seat, scale)]))
  const byLook = new Map<Look, Hexagon[]>()
  for (const hexagon of inRows) {
    const look = looks.get(hexagon.code) ?? 'none'
    const alike = byLook.get(look)
    if (alike) alike.push(hexagon)
    else byLook.set(look, [hexagon])
  }
  return [
    ...[...byLook].map(([look, of]) => `<path class="map-${look}" d="${outlines(of)}"/>`),
    `<path class="map-london" d="${londonOutline}"/>`,
  ].join('')
}

const inRows = hexagons.toSorted((a, b) => a.y - b.y || a.x - b.x)

/** Many hexagons as one path, each from the one before: in rows the steps repeat, so that hardly anything is transferred. */
function outlines(of: readonly Hexagon[]): string {
  return of
    .map(({ x, y }, at) => {
      const before = of[at - 1]
      return before ? `m${x - before.x} ${y - before.y}${SHAPE}` : `M${x} ${y - TOP}${SHAPE}`
    })
    .join('')
}

/** One hexagon as a path. */
export function outline({ x, y }: Pick<Hexagon, 'x' | 'y'>): string {
  return `M${x} ${y - TOP}${SHAPE}`
}

// Each side of a hexagon: where the neighbour behind it is, and the side's two ends, half-way into the gap.
const SIDES = [
  { x: ACROSS, y: 0, ends: [14, -8, 14, 8] },
  { x: ACROSS / 2, y: DOWN, ends: [14, 8, 0, 16] },
  { x: -ACROSS / 2, y: DOWN, ends: [0, 16, -14, 8] },
  { x: -ACROSS, y: 0, ends: [-14, 8, -14, -8] },
  { x: -ACROSS / 2, y: -DOWN, ends: [-14, -8, 0, -16] },
  { x: ACROSS / 2, y: -DOWN, ends: [0, -16, 14, -8] },
] as const

/** The line round London, so that it is found among so many. */
export const londonOutline = outlineOf(hexagons.filter(({ region }) => region === 'London'))

function outlineOf(region: readonly Hexagon[]): string {
  const inside = new Set(region.map(({ x, y }) => `${x} ${y}`))
  return region
    .flatMap(({ x, y }) =>
      SIDES.filter((side) => !inside.has(`${x + side.x} ${y + side.y}`)).map(
        ({ ends: [x1, y1, x2, y2] }) => `M${x + x1} ${y + y1}L${x + x2} ${y + y2}`,
      ),
    )
    .join('')
}

function styleOf({ line, none, fills, top }: typeof LIGHT): string {
  const fillOf: [string, string][] = [
    ['none', none],
    ...fills.map((fill, at): [string, string] => [`s${at}`, fill]),
    ['top', top],
  ]
  return fillOf.map(([look, fill]) => `.map-${look}{fill:${fill};stroke:${line}}`).join('')
}

/** What the document's own style is: a policy names it by its hash. */
export const mapStyle = `${styleOf(LIGHT)}.map-own,.map-london{fill:none;stroke:#12161a;stroke-linecap:round}.map-london{stroke-width:4}.map-own{stroke-width:6}@media(prefers-color-scheme:dark){${styleOf(DARK)}.map-own,.map-london{stroke:#fff}}`
