/**
 * Computes the hex map of the constituencies from their mean positions in the snapshot, and keeps it as HexJSON in
 * `constituencies.hexjson.json`, with the share of neighbours that are still beside each other. Needed again only when the
 * boundaries change; it takes a minute, and gives the same map each time:
 *
 *   npx tsx tools/map-layout/make-layout.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { regionOrNation } from '@/lib/directory/english-regions'
import { parseSnapshot } from '@/lib/directory/snapshot/parse'
import { around, keyOf, steps } from '@/lib/figures/map/hexagons'
import { neighbours } from '@/tools/borders/neighbours'
import { placed } from './place'
import { polished } from './polish'
import { flat, spread } from './spread'

const csv = readFileSync(join(import.meta.dirname, '../../lib/directory/snapshot/constituencies.csv'), 'utf8')
const seats = parseSnapshot(csv).map((seat) => ({ ...seat, region: regionOrNation(seat) === 'London' ? 'London' : '' }))
const places = flat(seats)
const pairs = neighbours(places)
const wanted = spread(places, pairs)
const first = placed(wanted)
const cells = polished(wanted, pairs, first)

const left = Math.min(...cells.map(({ q }) => q))
// An even number of rows, so that those that are set off stay so.
const low = Math.floor(Math.min(...cells.map(({ r }) => r)) / 2) * 2
const hexes = Object.fromEntries(
  places.map(({ code, name, nation, region }, at) => {
    const { q, r } = cells[at] ?? { q: 0, r: 0 }
    return [code, { n: name, q: q - left, r: r - low, nation, ...(region && { region }) }]
  }),
)
const kept = (of: typeof cells) => pairs.filter(([a, b]) => beside(of, a, b)).length / pairs.length
const about = {
  neighbours: 'Gabriel graph of the mean positions, within a nation',
  pairs: pairs.length,
  keptByAssignment: Number(kept(first).toFixed(3)),
  kept: Number(kept(cells).toFixed(3)),
}
const lines = Object.entries(hexes).map(([code, hex]) => `    ${JSON.stringify(code)}: ${JSON.stringify(hex)}`)
writeFileSync(
  join(import.meta.dirname, '../../lib/figures/map/constituencies.hexjson.json'),
  `{\n  "layout": "odd-r",\n  "about": ${JSON.stringify(about)},\n  "hexes": {\n${lines.join(',\n')}\n  }\n}\n`,
)
process.stdout.write(
  `${seats.length} constituencies, ${pairs.length} pairs of neighbours: ${percent(about.kept)} of them still beside each other (${percent(about.keptByAssignment)} by assignment alone).\n${pieces()}\n`,
)

function beside(of: typeof cells, a: number, b: number): boolean {
  const [one, other] = [of[a], of[b]]
  return one !== undefined && other !== undefined && steps(one, other) === 1
}

/** How many pieces each nation is in. */
function pieces(): string {
  const at = new Map(cells.map((cell, one) => [keyOf(cell), one]))
  const seen = new Set<number>()
  const many = new Map<string, number>()
  for (const [one, { nation }] of places.entries()) {
    if (seen.has(one)) continue
    many.set(nation, (many.get(nation) ?? 0) + 1)
    const next = [one]
    for (let here = next.pop(); here !== undefined; here = next.pop()) {
      const cell = cells[here]
      if (seen.has(here) || !cell) continue
      seen.add(here)
      for (const near of around(cell)) {
        const there = at.get(keyOf(near))
        if (there !== undefined) next.push(there)
      }
    }
  }
  return [...many].map(([nation, count]) => `${nation}: ${count}`).join(', ')
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
