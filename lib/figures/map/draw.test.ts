import { readFile } from 'node:fs/promises'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { parseSnapshot } from '../../directory/snapshot/parse'
import type { SeatShown } from '../public-seats'
import { drawMap, mapStyle } from './draw'
import { hexagons, keptNeighbours } from './layout'
import { shadesFor } from './shades'

const snapshot = parseSnapshot(await readFile('lib/directory/snapshot/constituencies.csv', 'utf8'))
const seats = (supporters: (at: number) => SeatShown['supporters']): SeatShown[] =>
  snapshot.map(({ code, name, nation }, at) => ({ code, name, nation, supporters: supporters(at) }))

const near = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y) < 30

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

test('London is one piece of 75 hexagons', () => {
  const london = hexagons.filter(({ region }) => region === 'London')
  const reached = new Set(london.slice(0, 1))
  for (const one of reached) for (const other of london) if (near(one, other)) reached.add(other)
  expect([london.length, reached.size]).toEqual([75, 75])
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

test.each([
  [0, []],
  [4, []],
  [7, ['5 and more']],
  [30, ['5 to 9', '10 to 24', '25 and more']],
  [1200, ['5 to 249', '250 to 499', '500 to 999', '1000 and more']],
])('where the most supporters are %i, the shades are %j', (most, words) =>
  expect(shadesFor(seats((at) => (at === 3 ? most : 0))).map((shade) => shade.words)).toEqual(words),
)
