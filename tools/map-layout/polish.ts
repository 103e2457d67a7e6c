import { around, type Cell, keyOf, middleOf, steps } from '@/lib/figures/map/hexagons'
import type { Place } from './spread'

const TURNS = 2_500_000
const HOTTEST = 1.6
const COLDEST = 0.02
/** What it costs, for each neighbour that is not beside, for the way from where a place wants to be, for a gap … */
const COST = { apart: 1, apartInRegion: 1.6, way: 0.1, gap: 5, nations: 12, lonely: 4, intruder: 0.5 }

/**
 * Better hexagons for the same places: neighbours beside each other, no gaps inside a nation, a strip of sea between
 * nations, a region in one piece. Changes two hexagons at a time, and at first also for the worse (simulated
 * annealing); the same input gives the same map.
 */
export function polished(places: readonly Place[], pairs: readonly [number, number][], start: readonly Cell[]): Cell[] {
  const cells = [...start]
  const at = new Map(cells.map((cell, one) => [keyOf(cell), one]))
  const beside = places.map((): number[] => [])
  for (const [a, b] of pairs) {
    beside[a]?.push(b)
    beside[b]?.push(a)
  }
  const random = lcg(20240704)
  const pick = (below: number) => Math.floor(random() * below)
  const cellOf = (one: number): Cell => cells[one] ?? { q: 0, r: 0 }
  const placeOf = (one: number): Place => places[one] ?? missing()

  function costOfPlace(one: number): number {
    const place = placeOf(one)
    const cell = cellOf(one)
    const middle = middleOf(cell)
    let cost = COST.way * ((middle.x - place.x) ** 2 + (middle.y - place.y) ** 2)
    for (const other of beside[one] ?? []) {
      const inRegion = place.region !== '' && placeOf(other).region === place.region
      const far = steps(cell, cellOf(other)) - 1
      cost += (inRegion ? COST.apartInRegion : COST.apart) * Math.min(6, far) ** 1.3
    }
    return cost
  }

  function costOfCell(cell: Cell): number {
    const here = at.get(keyOf(cell))
    const nations = new Map<string, number>()
    let own = 0
    let same = 0
    let region = 0
    for (const next of around(cell)) {
      const there = at.get(keyOf(next))
      if (there === undefined) continue
      const { nation, region: where } = placeOf(there)
      nations.set(nation, (nations.get(nation) ?? 0) + 1)
      if (where) region += 1
      if (here === undefined) continue
      own += nation === placeOf(here).nation ? 1 : 0
      same += where !== '' && where === placeOf(here).region ? 1 : 0
    }
    if (here === undefined) return COST.gap * Math.max(0, Math.max(0, ...nations.values()) - 3)
    const strangers = [...nations.values()].reduce((sum, many) => sum + many, 0) - own
    const cut = placeOf(here).region ? Math.max(0, 3 - same) : Math.max(0, region - 3)
    return COST.nations * strangers + COST.lonely * Math.max(0, 2 - own) + COST.intruder * cut ** 2
  }

  for (let turn = 0; turn < TURNS; turn++) {
    const heat = HOTTEST * (COLDEST / HOTTEST) ** (turn / TURNS)
    const one = pick(places.length)
    const friends = beside[one] ?? []
    const towards = random() < 0.5 && friends.length > 0 ? cellOf(friends[pick(friends.length)] ?? one) : cellOf(one)
    const to = around(towards)[pick(6)] ?? towards
    const from = cellOf(one)
    const other = at.get(keyOf(to))
    if (other === one || (other !== undefined && placeOf(other).nation !== placeOf(one).nation)) continue
    const touched = other === undefined ? [from, to, ...around(from), ...around(to)] : regionCells(one, other, from, to)
    const before = costOf(one, other, touched)
    swap(one, other, from, to)
    const change = costOf(one, other, touched) - before
    if (change > 0 && random() >= Math.exp(-change / heat)) undo(one, other, from, to)
  }
  return cells

  function regionCells(a: number, b: number, from: Cell, to: Cell): Cell[] {
    return placeOf(a).region === placeOf(b).region ? [] : [from, to, ...around(from), ...around(to)]
  }

  function costOf(a: number, b: number | undefined, touched: readonly Cell[]): number {
    const seen = new Set<string>()
    let cost = 2 * costOfPlace(a) + (b === undefined ? 0 : 2 * costOfPlace(b))
    for (const cell of touched) {
      const key = keyOf(cell)
      if (seen.has(key)) continue
      seen.add(key)
      cost += costOfCell(cell)
    }
    return cost
  }

  function swap(a: number, b: number | undefined, from: Cell, to: Cell): void {
    cells[a] = to
    at.set(keyOf(to), a)
    if (b === undefined) at.delete(keyOf(from))
    else {
      cells[b] = from
      at.set(keyOf(from), b)
    }
  }

  function undo(a: number, b: number | undefined, from: Cell, to: Cell): void {
    cells[a] = from
    at.set(keyOf(from), a)
    if (b === undefined) at.delete(keyOf(to))
    else {
      cells[b] = to
      at.set(keyOf(to), b)
    }
  }
}

function missing(): never {
  throw new Error('There is no such place.')
}

/** A random number from 0 up to 1 for each call, the same row of them for the same seed (Numerical Recipes). */
function lcg(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0
    return state / 0x1_0000_0000
  }
}
