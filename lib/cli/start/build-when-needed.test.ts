import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { buildWhenNeeded } from './build-when-needed'

const root = mkdtempSync(join(tmpdir(), 'dear-mp-build-'))
afterAll(() => rmSync(root, { recursive: true }))

const printed: string[] = []
const print = (text: string | Uint8Array) => printed.push(String(text)) > 0

/** A program in the place of Next's that notes each build. */
function playNext(ending: string): void {
  const bin = join(root, 'node_modules/next/dist/bin')
  mkdirSync(bin, { recursive: true })
  const script = `const fs = require('fs'); console.log('building');
    fs.appendFileSync('builds', '.'); fs.writeFileSync('.next/BUILD_ID', '1'); setTimeout(() => {${ending}}, 200)`
  writeFileSync(join(bin, 'next'), script)
}

/** As much of a project as is compiled: the folders, and a server that imports a module of each kind. */
function layOut(): void {
  for (const folder of [
    'lib',
    'db',
    'emails',
    'components/islands',
    'app/_server/islands',
    'app/_drawing',
    'app/_pictures',
  ]) {
    mkdirSync(join(root, folder), { recursive: true })
  }
  writeFileSync(join(root, 'lib/said.ts'), "export const said: string = 'Good morning'")
  writeFileSync(join(root, 'lib/said.test.ts'), 'no part of it')
  mkdirSync(join(root, 'app/(public)/[slug]'), { recursive: true })
  writeFileSync(join(root, 'app/(public)/[slug]/kind.ts'), 'export const kind = { byFront: true }')
  const page = "import { pressed, Pressed } from '@/components/pressed'\nexport default [pressed, Pressed]"
  writeFileSync(join(root, 'app/(public)/[slug]/page.tsx'), page)
  const island = "'use client'\nexport const Pressed = () => 'is woken', pressed = 1"
  writeFileSync(join(root, 'components/pressed.tsx'), island)
  writeFileSync(join(root, 'components/unseen.tsx'), island.replace('is woken', 'is never woken'))
  writeFileSync(join(root, 'components/islands/islands.ts'), 'export const islands = {}')
  writeFileSync(join(root, 'components/islands/start.ts'), "import { islands } from './islands'\nconsole.log(islands)")
  writeFileSync(join(root, 'app/_server/islands/island.ts'), 'export const islandOf = (name, of) => ({ name, of })')
  writeFileSync(join(root, 'tsconfig.json'), '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }')
  writeFileSync(join(root, 'server.ts'), "import { said } from '@/lib/said'\nconsole.log(said)")
}

const builds = () => readFileSync(join(root, 'builds'), 'utf8').length

beforeEach(() => {
  printed.length = 0
  vi.spyOn(process.stdout, 'write').mockImplementation(print)
  vi.spyOn(process.stderr, 'write').mockImplementation(print)
})
afterEach(() => vi.restoreAllMocks())

test('pages are built once for the same sources, also by two starts at once, and again after a change', async () => {
  playNext('')
  layOut()
  writeFileSync(join(root, 'app/page.tsx'), 'one')
  await Promise.all([buildWhenNeeded(root), buildWhenNeeded(root)])
  await buildWhenNeeded(root)
  writeFileSync(join(root, 'app/page.test.tsx'), 'a test is no source')
  await buildWhenNeeded(root)
  expect(builds()).toBe(1)
  expect(printed.join('')).toMatch(/^Building the pages.*\nBuilt in \d+ s\.\n$/)
  writeFileSync(join(root, 'app/page.tsx'), 'two')
  await buildWhenNeeded(root)
  expect(builds()).toBe(2)
})

test('the server is compiled beside them, each module to one of its own', () => {
  const files = readdirSync(join(root, 'dist'), { recursive: true }).filter((file) => String(file).endsWith('.js'))
  expect(files.sort()).toEqual([
    'app/(public)/[slug]/kind.js',
    'app/(public)/[slug]/page.js',
    'app/_server/islands/island.js',
    'components/islands/islands.js',
    'components/islands/start.js',
    'components/pressed.in-browser.js',
    'components/pressed.js',
    'components/unseen.js',
    'lib/said.js',
    'server.js',
  ])
  expect(execFileSync(process.execPath, [join(root, 'dist/server.js')], { encoding: 'utf8' })).toBe('Good morning\n')
})

test('what runs in the browser is an island to a page of the front, whose scripts are bundled for it', async () => {
  const page = join(root, 'dist/app/(public)/[slug]/page.js')
  const { default: parts } = await import(/* @vite-ignore */ page)
  expect(parts).toEqual([1, { name: 'pressed Pressed', of: expect.any(Function) }])
  const [start = ''] = JSON.parse(readFileSync(join(root, 'dist/islands.json'), 'utf8'))
  expect(start).toMatch(/^islands\/start-\w+\.js$/)
  const bundled = readFileSync(join(root, '.next/static', start), 'utf8')
  expect(bundled).toContain('is woken')
  expect(bundled).toContain('pressed Pressed')
  expect(bundled).not.toContain('is never woken')
})

test('a build that fails shows what it said, and is tried again next time', async () => {
  playNext(`console.error('Type error: no'); process.exit(1)`)
  writeFileSync(join(root, 'app/page.tsx'), 'three')
  await expect(buildWhenNeeded(root)).rejects.toThrow('The build failed')
  expect(printed.join('')).toContain('Type error: no')
  await expect(buildWhenNeeded(root)).rejects.toThrow('The build failed')
})
