import { readFile } from 'node:fs/promises'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { parseSnapshot } from '@/lib/directory/snapshot/parse'
import type { SeatShown } from '@/lib/figures/public/public-seats'
import { drawMap, mapStyle } from './draw'
import { hexagons, keptNeighbours } from './layout'

const snapshot = parseSnapshot(await readFile('lib/directory/snapshot/constituencies.csv', 'utf8'))
const seats = (supporters: (at: number) => SeatShown['supporters']): SeatShown[] =>
  snapshot.map(({ code, name, nation }, at) => ({ code, name, nation, supporters: supporters(at) }))

const near = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y) < 30

const AROUND = [
  [28, 0],
  [-28, 0],
  [14, 24],
  [-14, 24],
  [14, -24],
  [-14, -24],
] as const

/** How many hexagons the first of them is joined to, itself among them. */
function pieceOf(own: readonly { x: number; y: number }[]): number {
  const reached = new Set(own.slice(0, 1))
  for (const one of reached) for (const other of own) if (near(one, other)) reached.add(other)
  return reached.size
}

test('every constituency of the snapshot has a hexagon of its own', () => {
  expect(hexagons.map(({ code }) => code).sort()).toEqual(snapshot.map(({ code }) => code).sort())
  expect(new Set(hexagons.map(({ x, y }) => `${x} ${y}`)).size).toBe(650)
})

test('no hexagon of a nation lies beside one of another', () => {
  const nationOf = new Map(snapshot.map(({ code, nation }) => [code, nation]))
  const beside = hexagons.flatMap((one) =>
    hexagons.filter((other) => near(one, other) && nationOf.get(one.code) !== nationOf.get(other.code)),
  )
  expect(beside).toEqual([])
})

test.each([
  ['England', 543],
  ['Scotland', 57],
  ['Wales', 32],
  ['Northern Ireland', 18],
])('%s is one piece of %i hexagons', (nation, many) => {
  const codes = new Set(snapshot.filter((seat) => seat.nation === nation).map(({ code }) => code))
  const own = hexagons.filter(({ code }) => codes.has(code))
  expect([own.length, pieceOf(own)]).toEqual([many, many])
})

test('London is one piece of 75 hexagons', () => {
  const london = hexagons.filter(({ region }) => region === 'London')
  expect([london.length, pieceOf(london)]).toEqual([75, 75])
})

test('there is no hole in the map: from every place without a hexagon the sea can be reached', () => {
  const taken = new Set(hexagons.map(({ x, y }) => `${x} ${y}`))
  const free = new Set<string>()
  const west = Math.min(...hexagons.map(({ x }) => x))
  const next = hexagons.filter(({ x }) => x === west).map(({ x, y }) => ({ x: x - 28, y }))
  for (let here = next.pop(); here; here = next.pop()) {
    const key = `${here.x} ${here.y}`
    if (taken.has(key) || free.has(key) || here.x < -80 || here.y < -80 || here.x > 1400 || here.y > 1700) continue
    free.add(key)
    for (const [across, down] of AROUND) next.push({ x: here.x + across, y: here.y + down })
  }
  const inland = hexagons.flatMap(({ x, y }) =>
    AROUND.map(([across, down]) => `${x + across} ${y + down}`).filter((key) => !taken.has(key) && !free.has(key)),
  )
  expect(inland).toEqual([])
})

test('three of four neighbours are still beside each other', () => expect(keptNeighbours.kept).toBeGreaterThan(0.75))

test('the map of a busy campaign is a picture of a few kilobytes', () => {
  const drawn = drawMap(
    seats((at) => (at % 7 === 0 ? 'under 5' : (at * 37) % 400)),
    { title: 'Map', own: 'E14001172' },
  )
  expect(brotliCompressSync(drawn).length).toBeLessThan(7000)
  expect(drawn).toContain('class="map-own"')
})

test('its title cannot break out of the drawing', () => {
  expect(
    drawMap(
      seats(() => 0),
      { title: '<script>&' },
    ),
  ).toContain('<title>&lt;script&gt;&amp;</title>')
})

test('a page’s stylesheet has the colours of the picture', async () => {
  const css = (await readFile('app/map.css', 'utf8')).replaceAll(/\s/g, '')
  for (const [, look, fill] of mapStyle.matchAll(/\.map-(\w+)\{fill:(#\w+);/g)) {
    expect([look, css.includes(`.map-${look}{fill:${fill};`)]).toEqual([look, true])
  }
})
