import { forceCollide, forceLink, forceSimulation, forceX, forceY } from 'd3-force'

/** A seat on the way to its hexagon; one unit is the distance between two hexagons' middles, `y` grows northwards. */
export type Place = { code: string; name: string; nation: string; region: string; x: number; y: number }

const KM_A_DEGREE = 111.32
const MIDDLE = Math.cos((54 * Math.PI) / 180)
/** Kilometres to a unit, so that England and Wales come out about as large as their hexagons. */
const KM_A_UNIT = 17.5
// Pushes the nations apart before they grow, so that none grows into another, and back together afterwards.
const APART: Record<string, { x: number; y: number; backX: number; backY: number }> = {
  Scotland: { x: 0, y: 5, backX: 0.5, backY: -4.3 },
  Wales: { x: -4, y: 0, backX: 0.3, backY: 0 },
  'Northern Ireland': { x: -3, y: 1, backX: 4, backY: 0 },
}
const NOWHERE = { x: 0, y: 0, backX: 0, backY: 0 }
/** Circles do not fill the plane as hexagons do. */
const CLOSER = 0.89

type Seat = { code: string; name: string; nation: string; region: string; latitude: number; longitude: number }

/** Mean positions on a flat map. */
export function flat(seats: readonly Seat[]): Place[] {
  return seats.map(({ code, name, nation, region, latitude, longitude }) => ({
    code,
    name,
    nation,
    region,
    x: (longitude * MIDDLE * KM_A_DEGREE) / KM_A_UNIT,
    y: (latitude * KM_A_DEGREE) / KM_A_UNIT,
  }))
}

/** Gives every seat as much room as any other, and keeps neighbours beside each other as it can. */
export function spread(places: readonly Place[], pairs: readonly [number, number][]): Place[] {
  const nodes = places.map((one) => {
    const apart = APART[one.nation] ?? NOWHERE
    return { ...one, x: one.x + apart.x, y: one.y + apart.y, homeX: one.x + apart.x, homeY: one.y + apart.y }
  })
  const pull = 0.012
  forceSimulation(nodes)
    .force(
      'near',
      forceLink(pairs.map(([source, target]) => ({ source, target })))
        .distance(1)
        .strength(0.35),
    )
    .force('room', forceCollide(0.52).strength(1).iterations(4))
    .force('x', forceX<(typeof nodes)[number]>((one) => one.homeX).strength(pull))
    .force('y', forceY<(typeof nodes)[number]>((one) => one.homeY).strength(pull))
    .alphaDecay(0.004)
    .stop()
    .tick(1400)
  return nodes.map(({ code, name, nation, region, x, y }) => {
    const { backX, backY } = APART[nation] ?? NOWHERE
    return { code, name, nation, region, x: (x + backX) * CLOSER, y: (y + backY) * CLOSER }
  })
}
