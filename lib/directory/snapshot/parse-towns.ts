import { parse } from 'csv-parse/sync'
import { z } from 'zod'

export type TownPlace = { name: string; latitude: number; longitude: number }

const columns = z.array(z.object({ name: z.string(), lat: z.coerce.number(), long: z.coerce.number() }))

/** The rows of `towns.csv`: a name and a position in degrees. */
export function parseTowns(csv: string): TownPlace[] {
  return columns.parse(parse(csv, { columns: true })).map(({ name, lat, long }) => ({
    name,
    latitude: lat,
    longitude: long,
  }))
}
