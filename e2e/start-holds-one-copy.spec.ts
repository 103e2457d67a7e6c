import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { ask } from './fixtures/by-http'
import { test } from './fixtures/own-product'
import { BUILT, ROOT } from './fixtures/product'
import { expect } from './fixtures/test'

const OURS = /^((lib|db|emails|app\/_(server|drawing|pictures))\/.+|app\/(.*\/)?(form|kind)\.ts)$/
/** What lib/cli/start/one-copy-loader.cjs puts in the place of a module begins so. */
const STANDS_IN = "import { pathToFileURL } from 'node:url'"

test('a counter in lib that a form, a page, a route and the worker raise is one', async ({ start }) => {
  const { url, stderr } = await start({ NODE_OPTIONS: `--import ${join(ROOT, 'e2e/fixtures/count-contexts.mjs')}` })
  const raised = () => [...stderr().matchAll(/^counted (\w+) (\d+) (form|page|worker)$/gm)]
  const times = (by: string) => raised().filter((each) => each[3] === by).length
  const raises = async (by: string, what: string, asking: Promise<{ status: number }>) => {
    const before = times(by)
    expect((await asking).status, what).toBeLessThan(400)
    await expect.poll(() => times(by), { message: `${what} raises it` }).toBeGreaterThan(before)
  }
  await raises('form', 'a form', ask(url, '/my-data', new URLSearchParams({ email: 'nobody@example.org' })))
  await raises('page', 'a page', ask(url, '/privacy'))
  await raises('page', 'a route', ask(url, '/api/postcodes/SW1A0AA'))
  await expect.poll(() => times('worker'), { message: 'the worker raises it' }).toBeGreaterThan(0)
  expect(new Set(raised().map(([, copy]) => copy)).size, 'copies of the module').toBe(1)
  expect(raised().map(([, , count]) => Number(count))).toEqual(raised().map((_, at) => at + 1))
})

test('no page has a module of the server in its own bundle, but those that only a page can have', () => {
  const bundled = readdirSync(join(BUILT, '.next/server'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js.map'))
    .map((file) => join(BUILT, '.next/server', file))
    .flatMap((file) => modulesIn(JSON.parse(readFileSync(file, 'utf8')), dirname(file)))
  expect(bundled.filter(({ content }) => content.startsWith(STANDS_IN)).length, 'stand-ins').toBeGreaterThan(100)
  const whole = bundled.filter(
    ({ content }) => !content.startsWith(STANDS_IN) && !/^import 'server-only'/m.test(content),
  )
  expect([...new Set(whole.map(({ file }) => file))]).toEqual([])
})

/** A source map, which may be made up of several (ECMA-426). */
type Map = { sources?: string[]; sourcesContent?: (string | null)[]; sections?: { map: Map }[] }

function modulesIn(map: Map, folder: string): { file: string; content: string }[] {
  const { sources = [], sourcesContent = [], sections = [] } = map
  const own = sources.flatMap((source, at) => {
    const file = relative(BUILT, resolve(folder, source))
    return OURS.test(file) ? [{ file, content: sourcesContent[at] ?? '' }] : []
  })
  return [...own, ...sections.flatMap((section) => modulesIn(section.map, folder))]
}
