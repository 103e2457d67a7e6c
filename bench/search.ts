import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seats } from '@/e2e/fixtures/directory'
import { searchSeats } from '@/lib/directory/search/by-name'
import { welshNames } from '@/lib/directory/search/welsh-names'
import { parseTowns } from '@/lib/directory/snapshot/parse'
import { median } from './median'

const TYPED = ['n', 'north east s', 'torquay', 'Middlesborough', 'Birmingam Ladywod', 'Vale of Clwyd', 'xylophone']
const TIMES = 41
const named = seats.map(({ code, name, nation, member }) => ({
  code,
  name,
  nation,
  mp: member,
  also: welshNames[code] ?? [],
}))
const near = named.slice(0, 4).map(({ code }) => code)

/** The search by name at one key, among all seats and towns; beside it, one look at each of their names. */
export async function search(): Promise<void> {
  const csv = readFileSync(join(import.meta.dirname, '../lib/directory/snapshot/towns.csv'), 'utf8')
  const towns = parseTowns(csv).map(({ name }) => ({ name, near }))
  const first = timed(() => searchSeats(named, 'warm', 8, towns))
  console.log(`the first, which folds ${named.length} seats and ${towns.length} towns: ${first.toFixed(1)} ms`)
  for (const typed of TYPED) {
    const took = often(() => searchSeats(named, typed, 8, towns))
    const look = often(() => [...named, ...towns].filter(({ name }) => name.toLowerCase().includes(typed)))
    console.log(
      `“${typed}”: ${took.toFixed(2)} ms; one look at each name ${look.toFixed(2)} ms; ratio ${(took / look).toFixed(1)}`,
    )
  }
}

function often(work: () => unknown): number {
  return median(Array.from({ length: TIMES }, () => timed(work)))
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
