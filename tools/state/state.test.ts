import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { stateIn } from './state-in'

describe('a module keeps something between two calls', () => {
  test.each([
    ['by a variable', 'let last = 0', 'last'],
    ['by a variable that is exported', 'export let last = 0', 'last'],
    ['by a collection that begins empty', 'const known = new Map<string, number>()', 'known'],
    ['by a collection of weak keys', 'export const known = new WeakSet<object>()', 'known'],
    ['by a storage for what is under way', 'const storage = new AsyncLocalStorage()', 'storage'],
    ['by an object of another class', 'const limits = new rate.Limiter({ points: 1 } as const)', 'limits'],
    ['by a list that it adds to', 'const list = [1]\nexport const add = () => list.push(2)', 'list'],
    ['by a set that it adds to', "const said = new Set(['a'])\nexport function say() { said.add('b') }", 'said'],
    ['by a field that it sets', 'const held = { at: 0 }\nfunction hold() { held.at = 1 }', 'held'],
    [
      'by a field below a field',
      'const held = { by: { name: 1 } }\nconst hold = () => { (held.by as X).name = 2 }',
      'held',
    ],
    ['by a count', 'const counts = { a: 0 }\nconst count = () => counts.a++', 'counts'],
    ['by a key that it takes out', 'const held: Held = {}\nconst drop = () => { delete held.a }', 'held'],
    ['by what it puts into an object', 'const held = {}\nconst put = () => Object.assign(held, { a: 1 })', 'held'],
    ['by a secret that is drawn by lot', "const secret = randomBytes(24).toString('hex')", 'secret'],
    ['by an object that others keep things by', 'export const key: Key = {}', 'key'],
    ['by what is cached of the database', "const seats = cached({ name: 'seats', tables: ['mps'], load })", 'seats'],
    ['by what it waits for as it begins', "const list = (await import('./list')).list", 'list'],
    ['by a field of a class', 'export class Kinds { static known = 0 }', 'Kinds.known'],
    [
      'by a field of a class that stays the same collection',
      'class Kinds { static readonly by = new Map() }',
      'Kinds.by',
    ],
    ['by a field of a class that nobody else sees', 'export default class Kinds { static #known = [] }', 'Kinds.known'],
    ['by a variable of a function called at once', 'const next = (() => { let at = 0; return () => ++at })()', 'next'],
    [
      'by a variable of a function called at once for an object',
      'export const held = (function () { const by = new Map(); return { put(k) { by.set(k, 1) } } })()',
      'held',
    ],
    [
      'by a variable of one of its functions',
      'const count = counter()\nfunction counter() { let at = 0; return () => ++at }',
      'count',
    ],
    [
      'by a variable of one that names what it gives',
      'const made = () => { const by = new Map(); const find = (k) => by.get(k); return { find } }\nconst held = made()',
      'held',
    ],
    [
      'by a variable of a function that is handed on',
      'export const work = each(limit(3))\nfunction limit(most) { let now = 0; function take() { now += 1 }; return take }',
      'work',
    ],
    [
      'by what it gives away',
      'const a = 1\nexport default (() => { let n = a; return () => n++ })()',
      'what has no name',
    ],
  ])('%s', (_how, source, name) => expect(stateIn(source, false).map((state) => state.name)).toEqual([name]))

  test.each([
    ['a number', 'const MOST = 10'],
    ['a set of words', "export const WORDS: ReadonlySet<string> = new Set(['a'])"],
    ['a table', 'const TABLE = { a: 1 } as const\nexport const read = () => TABLE.a'],
    ['a variable of a function', 'export function f() { let at = 0; const m = new Map(); m.set(1, at++); return m }'],
    ['what a function waits for', 'export const f = async () => await g(randomBytes(8))'],
    ['what a method waits for', 'export const f = { async read() { return await g() } }'],
    ['a list that is sorted into another', 'const list = [1]\nexport const f = () => [...list].sort()'],
    ['a field of each object', 'export class Kind { known = 0; static readonly MOST = 10; static of() { return 1 } }'],
    ['a function that makes what keeps something', 'export const counter = () => { let at = 0; return () => ++at }'],
    [
      'what one of its functions works out',
      'const sum = add()\nfunction add() { let s = 0; [1].forEach((n) => { s += n }); return s }',
    ],
    [
      'a function that remembers nothing new',
      'const say = saying("a")\nfunction saying(word) { const said = word + "!"; return () => said }',
    ],
    ['a type', 'export type Held = { at: number }\ndeclare let outside: number'],
  ])('not by %s', (_what, source) => expect(stateIn(source, false)).toEqual([]))
})

const folder = mkdtempSync(join(tmpdir(), 'state-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What the check says of these modules, and how it ends. */
function checked(modules: Record<string, string>): { code: number; said: string[] } {
  const place = mkdtempSync(join(folder, 'planted-'))
  mkdirSync(join(place, 'lib'))
  for (const [name, source] of Object.entries(modules)) writeFileSync(join(place, 'lib', name), source)
  try {
    execFileSync(process.execPath, ['--import', 'tsx', 'tools/state/check-state.ts', place], { stdio: 'pipe' })
    return { code: 0, said: [] }
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: Buffer }
    const said = stderr.toString().trim().split('\n')
    return { code: status, said: said.map((line) => line.replace(`${place}/`, '')).sort() }
  }
}

test('the check fails for state that is not marked, a mark without state, and what no copy could pass on', () => {
  const mark = '// State: one copy in a process.\n'
  const { code, said } = checked({
    'unmarked.ts': 'const known = new Map()',
    'stale.ts': `${mark}export const ONE = 1`,
    'exported.ts': `${mark}export let last = 0`,
    'passed-on.ts': `${mark}let last = 0\nexport { last as latest }`,
    'marked.ts': `${mark}let last = 0\nexport const next = () => ++last`,
    'plain.ts': 'export const ONE = 1',
    'counter.ts': 'export function counter() { let at = 0; return () => ++at }\nexport const plain = () => 1',
    'counts.ts':
      "import { counter as made, plain } from './counter'\nexport const next = made()\nexport const one = plain()",
    'of-a-test.test.ts': 'let last = 0',
    'on-a-page.tsx': "'use client'\nlet last = 0",
  })
  expect(code).toBe(1)
  expect(said).toEqual([
    'lib/counts.ts: next (keeps in a closure) is state: say so in the first line',
    'lib/exported.ts: export let last: export a function',
    'lib/passed-on.ts: export let last: export a function',
    'lib/stale.ts: says that it holds state, and holds none',
    'lib/unmarked.ts: known (new Map) is state: say so in the first line',
  ])
})
