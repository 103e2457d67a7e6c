import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { exportedMakers, stateIn } from './state-in'

/** As lib/cli/start/one-copy-loader.cjs asks for it under development. */
const MARK = '// State: one copy in a process.\n'
const USUAL = ['lib', 'db', 'emails', 'app']
const SOURCE = /\.tsx?$/
/** A test has a process of its own, and so has a command of lib/cli. */
const OTHERS = /\.test\.tsx?$|\.d\.ts$|(^|\/)testing[^/]*(\.ts$|\/)|^lib\/cli\//

/**
 * Names every module of the server that keeps something between two calls and does not say so in its first line, every
 * one that says so and keeps nothing, and every `export let`, which the one copy of a module could not pass on. Exits
 * with 1 where there is one.
 */
function main(): void {
  const places = process.argv.length > 2 ? process.argv.slice(2) : USUAL
  const files = places.flatMap(filesOf)
  const faults = files.flatMap(faultsOf)
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  process.stdout.write(`${files.length} modules of the server, ${faults.length} faults of what they keep.\n`)
  process.exitCode = faults.length > 0 ? 1 : 0
}

function filesOf(place: string): string[] {
  if (!existsSync(place)) return []
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((file) => join(place, file))
    .filter((file) => SOURCE.test(file) && !OTHERS.test(file))
}

function faultsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  // Each browser has its own.
  if (/^'use client'/.test(source)) return []
  const kept = stateIn(source, file.endsWith('x'), (from) => makersOf(file, from))
  const isMarked = source.startsWith(MARK)
  return [
    ...kept
      .filter(({ why }) => why === 'export let')
      .map(({ name }) => `${file}: export let ${name}: export a function`),
    ...(isMarked ? [] : kept.map(({ name, why }) => `${file}: ${name} (${why}) is state: say so in the first line`)),
    ...(isMarked && kept.length === 0 ? [`${file}: says that it holds state, and holds none`] : []),
  ]
}

const NONE: ReadonlySet<string> = new Set()
const makers = new Map<string, ReadonlySet<string>>()

/** What a module of ours, as `file` names it in an import, exports that hands out state; of a package nothing is known. */
function makersOf(file: string, from: string): ReadonlySet<string> {
  const path = from.startsWith('@/') ? from.slice(2) : from.startsWith('.') ? join(dirname(file), from) : null
  const found = path && ['.ts', '.tsx'].map((end) => path + end).find((each) => existsSync(each))
  if (!found) return NONE
  const known = makers.get(found) ?? exportedMakers(readFileSync(found, 'utf8'), found.endsWith('x'))
  makers.set(found, known)
  return known
}

main()
