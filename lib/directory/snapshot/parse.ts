import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { type Member, parseMemberRows } from '@/lib/directory/members/rows'

export type SnapshotSeat = {
  code: string
  name: string
  nation: string
  latitude: number
  longitude: number
  examplePostcode: string
  member: Member | null
}

const columns = z.array(
  z.object({
    name: z.string(),
    nation: z.string(),
    example_postcode: z.string(),
    lat: z.coerce.number(),
    long: z.coerce.number(),
  }),
)

/** The seats of `constituencies.csv`, with their MPs. The file is the project's own: a fault in it rises. */
export function parseSnapshot(csv: string): SnapshotSeat[] {
  const places = columns.parse(parse(csv, { columns: true }))
  return parseMemberRows(csv).map(({ code, member }, at) => {
    const place = places[at]
    if (!place) throw new Error(`The snapshot has no place for ${code}.`)
    return {
      code,
      name: place.name,
      nation: place.nation,
      latitude: place.lat,
      longitude: place.long,
      examplePostcode: place.example_postcode,
      member,
    }
  })
}

const further = z.array(z.object({ postcode: z.string(), code: z.string() }))

/** The rows of `further-postcodes.csv`. */
export function parseFurtherPostcodes(csv: string): { postcode: string; code: string }[] {
  return further.parse(parse(csv, { columns: true }))
}

export type TownPlace = { name: string; latitude: number; longitude: number }

const townColumns = z.array(z.object({ name: z.string(), lat: z.coerce.number(), long: z.coerce.number() }))

/** The rows of `towns.csv`: a name and a position in degrees. */
export function parseTowns(csv: string): TownPlace[] {
  return townColumns.parse(parse(csv, { columns: true })).map(({ name, lat, long }) => ({
    name,
    latitude: lat,
    longitude: long,
  }))
}
