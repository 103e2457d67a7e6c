import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseSnapshot } from '@/lib/directory/snapshot/parse'
import hexjson from '@/lib/figures/map/constituencies.hexjson.json'
import { neighbours } from '@/tools/borders/neighbours'
import { touching } from '@/tools/borders/touching'
import { flat } from '@/tools/map-layout/spread'
import borders from './borders.json'
import { liesBeside } from './lies-beside'

const seats = parseSnapshot(readFileSync('lib/directory/snapshot/constituencies.csv', 'utf8'))
const code = (name: string) => seats.find((seat) => seat.name === name)?.code ?? name

test('what is kept is what the mean positions give', () => {
  const kept = Object.entries(borders).flatMap(([one, others]) => others.split(' ').map((other) => [one, other]))
  expect(kept).toEqual(touching(seats))
})

test('every pair of the drawn map is in it', () => {
  const pairs = neighbours(flat(seats.map((seat) => ({ ...seat, region: '' }))))
  expect(pairs).toHaveLength(hexjson.about.pairs)
  for (const [a, b] of pairs) expect(liesBeside(seats[a]?.code ?? '', seats[b]?.code ?? '')).toBe(true)
})

test.each([
  ['Cities of London and Westminster', 'Holborn and St Pancras'],
  ['Cities of London and Westminster', 'Battersea'],
  ['Cities of London and Westminster', 'Chelsea and Fulham'],
  ['Leeds North West', 'Leeds Central and Headingley'],
  ['Wrexham', 'North Shropshire'],
  ['Carlisle', 'Dumfriesshire, Clydesdale and Tweeddale'],
])('%s lies beside %s, asked either way round', (one, other) => {
  expect([liesBeside(code(one), code(other)), liesBeside(code(other), code(one))]).toEqual([true, true])
})

test.each([
  ['Cities of London and Westminster', 'Aberafan Maesteg'],
  ['Cities of London and Westminster', 'Aldershot'],
  ['Cities of London and Westminster', 'Cities of London and Westminster'],
  ['North Antrim', 'Argyll, Bute and South Lochaber'],
  ['St Ives', 'Ceredigion Preseli'],
  ['Bath', 'E00000000'],
])('%s does not lie beside %s', (one, other) => {
  expect([liesBeside(code(one), code(other)), liesBeside(code(other), code(one))]).toEqual([false, false])
})
