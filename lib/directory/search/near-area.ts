import { areaOf, townOfArea } from '@/lib/directory/postcode-areas'
import { type FoundSeat, type NamedSeat, searchSeats, type Town } from './by-name'

export type NearArea<S> = { area: string; town: string; found: FoundSeat<S>[] }

/**
 * The seats, at most `limit`, that answer to the town which the area of a written postcode is named after: a guess, for
 * its owner to choose from. Null where the area says no town, as London's do.
 */
export function seatsNearArea<S extends NamedSeat>(
  seats: readonly S[],
  postcode: string,
  limit: number,
  towns: readonly Town[],
): NearArea<S> | null {
  const area = areaOf(postcode)
  const town = townOfArea(area)
  const found = town ? searchSeats(seats, town, limit, towns) : []
  return town && found.length > 0 ? { area, town, found } : null
}
