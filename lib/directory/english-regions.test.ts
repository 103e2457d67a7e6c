import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { englishRegions, regionOrNation } from './english-regions'
import { parseSnapshot } from './snapshot/parse'

const seats = parseSnapshot(readFileSync(join(import.meta.dirname, 'snapshot/constituencies.csv'), 'utf8'))
const english = seats.filter(({ nation }) => nation === 'England')

test('every seat of England is in one region, as many in each as the review laid out', () => {
  const counts = englishRegions.map((region) => [
    region,
    english.filter((seat) => regionOrNation(seat) === region).length,
  ])
  expect(Object.fromEntries(counts)).toEqual({
    'North East': 27,
    'North West': 73,
    'Yorkshire and the Humber': 54,
    'East Midlands': 47,
    'West Midlands': 57,
    'East of England': 61,
    London: 75,
    'South East': 91,
    'South West': 58,
  })
})

test('a seat elsewhere has its nation alone', () => {
  for (const seat of seats.filter(({ nation }) => nation !== 'England')) expect(regionOrNation(seat)).toBe(seat.nation)
})

test('each seat lies among others of its region, but for those at an edge of it', () => {
  const alone = english.filter((seat) => {
    const near = english
      .filter((other) => other !== seat)
      .toSorted((a, b) => away(seat, a) - away(seat, b))
      .slice(0, 5)
    return !near.map(regionOrNation).includes(regionOrNation(seat))
  })
  expect(alone.map(({ name }) => name)).toEqual([
    'Epping Forest',
    'High Peak',
    'Richmond and Northallerton',
    'Thurrock',
  ])
})

type Place = { latitude: number; longitude: number }

function away(a: Place, b: Place): number {
  return (a.latitude - b.latitude) ** 2 + ((a.longitude - b.longitude) * 0.62) ** 2
}
