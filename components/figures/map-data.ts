/** A hexagon on the picture and what is said of it. */
export type Spot = { x: number; y: number; name: string; words: string }

/** `counted`: when, in words. */
export type MapData = { width: number; height: number; counted: string; spots: Spot[] }

// As far from the middle as a hexagon's corner is.
const REACH = 18

export async function fetchMap(slug: string): Promise<MapData> {
  const response = await fetch(`/campaigns/${slug}/map.json`)
  if (!response.ok) throw new Error(`The map was not answered: ${response.status}.`)
  const { seats, ...rest }: Omit<MapData, 'spots'> & { seats: [number, number, string, string][] } =
    await response.json()
  return { ...rest, spots: seats.map(([x, y, name, words]) => ({ x, y, name, words })) }
}

/** The hexagon at a point of the picture, if there is one. */
export function spotAt({ spots }: MapData, x: number, y: number): Spot | null {
  const near = nearest(spots, (spot) => Math.hypot(spot.x - x, spot.y - y))
  return near && Math.hypot(near.x - x, near.y - y) <= REACH ? near : null
}

const WAYS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The next hexagon in an arrow's direction, also across the sea; the same one at the edge, `null` for other keys. */
export function spotTowards({ spots, width, height }: MapData, from: Spot | null, key: string): Spot | null {
  const way = WAYS[key]
  if (!way) return null
  if (!from) return nearest(spots, (spot) => Math.hypot(spot.x - width / 2, spot.y - height / 2))
  const [right, down] = way
  const ahead = spots.filter((spot) => (spot.x - from.x) * right + (spot.y - from.y) * down > 1)
  return (
    nearest(ahead, (spot) => {
      const along = (spot.x - from.x) * right + (spot.y - from.y) * down
      const aside = Math.abs((spot.x - from.x) * down) + Math.abs((spot.y - from.y) * right)
      return along + 2.2 * aside
    }) ?? from
  )
}

function nearest(spots: readonly Spot[], far: (spot: Spot) => number): Spot | null {
  let best: Spot | null = null
  let least = Number.POSITIVE_INFINITY
  for (const spot of spots) {
    const distance = far(spot)
    if (distance < least) {
      best = spot
      least = distance
    }
  }
  return best
}
