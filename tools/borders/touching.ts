import { Delaunay } from 'd3-delaunay'
import { neighbours } from './neighbours'

type Middle = { code: string; nation: string; latitude: number; longitude: number }

const MIDDLE = Math.cos((54 * Math.PI) / 180)

/**
 * Which seats lie beside each other, as pairs of their codes. No boundaries are at hand: of the seats' mean positions
 * these are the Voronoi cells that touch, but for those that meet only across the sea or around others (no seat lies
 * beside both). It holds the pairs of the drawn map and the borders between England, Scotland and Wales.
 */
export function touching(seats: readonly Middle[]): [string, string][] {
  const places = seats.map(({ code, nation, latitude, longitude }) => ({
    code,
    nation: nation === 'Northern Ireland' ? nation : 'Great Britain',
    x: longitude * MIDDLE,
    y: latitude,
  }))
  const close = places.map(() => new Set<number>())
  for (const [a, b] of neighbours(places)) {
    close[a]?.add(b)
    close[b]?.add(a)
  }
  const delaunay = Delaunay.from(
    places,
    (one) => one.x,
    (one) => one.y,
  )
  return places.flatMap(({ code, nation }, a) =>
    [...delaunay.neighbors(a)]
      .sort((one, other) => one - other)
      .flatMap((b): [string, string][] => {
        const other = places[b]
        if (!other || b <= a || other.nation !== nation) return []
        const beside = close[a]?.has(b) || [...(close[a] ?? [])].some((between) => close[between]?.has(b))
        return beside ? [[code, other.code]] : []
      }),
  )
}
