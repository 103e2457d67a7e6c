import { Delaunay } from 'd3-delaunay'

type Place = { nation: string; x: number; y: number }

/**
 * Which places are neighbours, as pairs of their numbers. No boundaries are at hand, so it is read from the mean
 * positions: the Gabriel graph, two places of one nation with no third in the circle between them. Every such pair is
 * an edge of the Delaunay triangulation (Matula and Sokal, 1980).
 */
export function neighbours(places: readonly Place[]): [number, number][] {
  const delaunay = Delaunay.from(
    places,
    (one) => one.x,
    (one) => one.y,
  )
  const pairs: [number, number][] = []
  for (const [a, one] of places.entries()) {
    for (const b of delaunay.neighbors(a)) {
      const other = places[b]
      if (other && b > a && one.nation === other.nation && isGabriel(places, one, other)) pairs.push([a, b])
    }
  }
  return pairs
}

function isGabriel(places: readonly Place[], a: Place, b: Place): boolean {
  const x = (a.x + b.x) / 2
  const y = (a.y + b.y) / 2
  const reach = ((a.x - b.x) ** 2 + (a.y - b.y) ** 2) / 4
  return !places.some((one) => one !== a && one !== b && (one.x - x) ** 2 + (one.y - y) ** 2 < reach)
}
