// State: one copy in a process.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Database } from '@/db/client'
import { constituencies } from '@/db/schema/index'
import { parseTowns } from '@/lib/directory/snapshot/parse'
import { cached } from '@/lib/settings/cached'
import type { Town } from './by-name'
import { folded } from './fold-name'

type Place = { latitude: number; longitude: number }

const OFFERED = 4
/** So many towns are read and compared with all seats in one turn of the event loop. */
const AT_A_TIME = 200

/**
 * The towns of the United Kingdom, each with the codes of the four seats whose postcodes lie nearest on average. Only
 * an offer: the seat that holds the town is the first of them for seven in ten, and among them for 96 in a hundred.
 */
export const allTowns = cached({ name: 'towns', tables: ['constituencies'], load: readTowns })

async function readTowns(db: Database): Promise<Town[]> {
  const { code, latitude, longitude } = constituencies
  const seats = await db.select({ code, latitude, longitude }).from(constituencies)
  // npm starts every command in the project's folder; a module's own address means nothing once it is bundled.
  const csv = await readFile(join(process.cwd(), 'lib/directory/snapshot/towns.csv'), 'utf8')
  const towns: Town[] = []
  const [header = '', ...lines] = csv.trimEnd().split('\n')
  for (let at = 0; at < lines.length; at += AT_A_TIME) {
    // Others are answered meanwhile: it is three million pairs.
    await setImmediate()
    const places = parseTowns([header, ...lines.slice(at, at + AT_A_TIME)].join('\n'))
    for (const { name, ...place } of places) {
      // Kept from here on: the first search would fold them all at once.
      folded(name)
      towns.push({ name, near: nearest(place, seats) })
    }
  }
  return towns
}

function nearest(place: Place, seats: readonly ({ code: string } & Place)[]): string[] {
  const best: { code: string; distance: number }[] = []
  for (const seat of seats) {
    const farthest = best.length === OFFERED ? (best.at(-1)?.distance ?? 0) : Number.POSITIVE_INFINITY
    // Too far to the north or south already: most are, and the rest of the reckoning is the dear part.
    if ((place.latitude - seat.latitude) ** 2 >= farthest) continue
    const distance = squaredDistance(place, seat)
    if (distance >= farthest) continue
    best.push({ code: seat.code, distance })
    best.sort((a, b) => a.distance - b.distance)
    best.length = Math.min(best.length, OFFERED)
  }
  return best.map(({ code }) => code)
}

/** In squared degrees of latitude, on a flat map: enough to say which is nearer within one country. */
function squaredDistance(a: Place, b: Place): number {
  const east = (a.longitude - b.longitude) * Math.cos(((a.latitude + b.latitude) / 2) * (Math.PI / 180))
  return (a.latitude - b.latitude) ** 2 + east ** 2
}
