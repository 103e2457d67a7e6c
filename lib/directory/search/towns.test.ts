import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { constituencies } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { parseTowns } from '@/lib/directory/snapshot/parse'
import { countTurns } from '@/lib/kernel/testing/turns'
import { contextFor } from '@/lib/mailer/process-context'
import { keepInStep } from '@/lib/settings/listen-for-changes'
import { allTowns } from './towns'

const POSTCODES = '../shared/data/postcodes-nspl-shape.csv.gz'
const there = existsSync(POSTCODES)

beforeAll(async () => {
  await testDatabase()
  await loadSnapshot(contextFor({ kind: 'system' }))
})

test.skipIf(!there)(
  `the seat of the postcode in a town's middle is among the four offered, for 95 in a hundred${there ? '' : ' (skipped: ../shared/data is not there)'}`,
  async () => {
    const places = parseTowns(readFileSync('lib/directory/snapshot/towns.csv', 'utf8'))
    const seatOf = nearestPostcode()
    const towns = await allTowns(contextFor({ kind: 'system' }))
    const at = towns.flatMap(({ near }, row) => {
      const place = places[row]
      const code = place && seatOf(place)
      return code ? [near.indexOf(code)] : []
    })
    const share = (most: number) => at.filter((place) => place >= 0 && place <= most).length / at.length
    console.info(
      `${at.length} towns; first ${share(0).toFixed(3)}, among two ${share(1).toFixed(3)}, four ${share(3).toFixed(3)}`,
    )
    expect(at.length).toBeGreaterThan(4400)
    expect(share(3)).toBeGreaterThan(0.95)
  },
)

test('the four seats of each town are the nearest of all, as when every pair is reckoned', async () => {
  const ctx = contextFor({ kind: 'system' })
  const { code, latitude, longitude } = constituencies
  const seats = await ctx.db.select({ code, latitude, longitude }).from(constituencies)
  const places = parseTowns(readFileSync('lib/directory/snapshot/towns.csv', 'utf8'))
  const towns = await allTowns(ctx)
  expect(towns.map(({ name }) => name)).toEqual(places.map(({ name }) => name))
  for (let at = 0; at < places.length; at += 97) {
    const place = places[at]
    if (!place) throw new Error('There is no such row.')
    const sorted = seats.toSorted((a, b) => away(place, a) - away(place, b))
    expect(towns[at]?.near).toEqual(sorted.slice(0, 4).map((seat) => seat.code))
  }
})

test('they are compared a few in a turn of the event loop, so that others are answered meanwhile', async () => {
  const turns = countTurns()
  const ctx = contextFor({ kind: 'system' })
  const step = await keepInStep()
  const [one, other] = await Promise.all([allTowns(ctx), allTowns(ctx)])
  turns.end()
  step.stop()
  expect(turns.now()).toBeGreaterThan(one.length / 250)
  // Whoever asks meanwhile gets the same, and has nothing compared.
  expect(other).toBe(one)
})

function away(a: Position, b: Position): number {
  const east = (a.longitude - b.longitude) * Math.cos(((a.latitude + b.latitude) / 2) * (Math.PI / 180))
  return (a.latitude - b.latitude) ** 2 + east ** 2
}

type Position = { latitude: number; longitude: number }

/** Finds the seat of the live postcode nearest to a place, within some three kilometres. */
function nearestPostcode(): (place: Position) => string | null {
  const lines = gunzipSync(readFileSync(POSTCODES)).toString('latin1').split('\n')
  const header = (lines[0] ?? '').replaceAll('"', '').split(',')
  const [lat, long, seat, ended] = ['lat', 'long', 'pcon24cd', 'doterm'].map((name) => header.indexOf(name))
  const cells = new Map<string, (Position & { code: string })[]>()
  for (const line of lines.slice(1)) {
    const fields = line.slice(1).split('","')
    const point = {
      latitude: Number(fields[lat ?? -1]),
      longitude: Number(fields[long ?? -1]),
      code: fields[seat ?? -1] ?? '',
    }
    if (!point.latitude || point.latitude > 90 || fields[ended ?? -1]) continue
    const key = cellOf(point, 0, 0)
    const cell = cells.get(key)
    if (cell) cell.push(point)
    else cells.set(key, [point])
  }
  return (place) => {
    const around = [-1, 0, 1].flatMap((north) =>
      [-1, 0, 1].flatMap((east) => cells.get(cellOf(place, north, east)) ?? []),
    )
    const squeeze = Math.cos((place.latitude * Math.PI) / 180)
    const away = (one: Position) =>
      (one.latitude - place.latitude) ** 2 + ((one.longitude - place.longitude) * squeeze) ** 2
    return around.reduce((best, one) => (!best || away(one) < away(best) ? one : best), around[0])?.code ?? null
  }
}

const CELLS = 30
function cellOf({ latitude, longitude }: Position, north: number, east: number): string {
  return `${Math.floor(latitude * CELLS) + north},${Math.floor(longitude * CELLS) + east}`
}
