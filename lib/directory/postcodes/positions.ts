import { isNorthernIreland } from '@/lib/directory/postcode-areas'

/** Where a row is on a plane, in decimetres; null where it does not say. Only points of one plane come near each other. */
export type PositionReader = (cells: readonly string[], compact: string) => readonly [x: number, y: number] | null

const EASTING = /^(os)?east1m$|^(national grid reference - )?easting$/
const NORTHING = /^(osnrth1m|north1m)$|^(national grid reference - )?northing$/
const LATITUDE = /^lat$|^latitude$/
const LONGITUDE = /^long$|^longitude$/

/** Planes lie above each other, too far apart to touch, in decimetres. */
const PLANE = { greatBritain: 0, ireland: 20_000_000, degrees: 40_000_000 }

/**
 * How to read the positions of a release from its header: by grid reference (Northern Ireland has the Irish Grid), and
 * by latitude and longitude where a row has none. Null where the header names neither.
 */
export function positionReader(header: readonly string[]): PositionReader | null {
  const names = header.map((name) => name.trim().toLowerCase())
  const [east, north, lat, long] = [EASTING, NORTHING, LATITUDE, LONGITUDE].map((pattern) =>
    names.findIndex((name) => pattern.test(name)),
  )
  const grid = pair(east, north)
  const degrees = pair(lat, long)
  if (!grid && !degrees) return null
  return (cells, compact) => {
    const [easting, northing] = numbersOf(cells, grid)
    if (easting > 0 && easting < 1_000_000 && northing > 0 && northing < 1_400_000) {
      const plane = isNorthernIreland(compact) ? PLANE.ireland : PLANE.greatBritain
      return [Math.round(easting * 10), Math.round(northing * 10) + plane]
    }
    const [latitude, longitude] = numbersOf(cells, degrees)
    // ONS writes 99.999999 and 0 where it knows no position.
    if (!(latitude > 49 && latitude < 61.5 && longitude > -9 && longitude < 2.5)) return null
    const [x, y] = projected(latitude, longitude)
    return [Math.round(x * 10), Math.round(y * 10) + PLANE.degrees]
  }
}

type Pair = readonly [number, number] | null

function pair(one: number | undefined, other: number | undefined): Pair {
  return one === undefined || other === undefined || one < 0 || other < 0 ? null : [one, other]
}

function numbersOf(cells: readonly string[], columns: Pair): [number, number] {
  if (!columns) return [Number.NaN, Number.NaN]
  const [one, other] = columns.map((at) => cells[at]?.trim())
  return one && other ? [Number(one), Number(other)] : [Number.NaN, Number.NaN]
}

/** Metres; that of the kingdom's latitudes, so that 100 m are right to a few decimetres. */
const RADIUS = 6_385_000
const RADIAN = Math.PI / 180
const MIDDLE_LONGITUDE = -2
const FROM_WEST = 600_000
const FROM_EQUATOR = 5_400_000

/** The transverse Mercator projection of a sphere (Snyder, Map Projections: A Working Manual, p. 58), in metres. */
function projected(latitude: number, longitude: number): [number, number] {
  const east = (longitude - MIDDLE_LONGITUDE) * RADIAN
  const b = Math.cos(latitude * RADIAN) * Math.sin(east)
  const y = Math.atan2(Math.tan(latitude * RADIAN), Math.cos(east))
  return [(RADIUS / 2) * Math.log((1 + b) / (1 - b)) + FROM_WEST, RADIUS * y - FROM_EQUATOR]
}
