import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import configFor from '@/next.config.mjs'
import { addressOf } from './address'
import { besidePages } from './beside-pages'
import type { Kind } from './kind'

const APP = join(import.meta.dirname, '..', '..')
const files = readdirSync(APP, { recursive: true, encoding: 'utf8' })
const served = files.filter((file) => /(^|\/)(page\.tsx|route\.tsx?)$/.test(file))
const kinds = new Map((await besidePages('kind')).map(({ address, exports }) => [address, exports.kind as Kind]))

const source = (file: string) => (file ? readFileSync(join(APP, file), 'utf8') : '')
const kindOf = (file: string): Kind => kinds.get(addressOf(dirname(file)) ?? '') ?? {}
const exported = (file: string) =>
  [...source(file).matchAll(/^export (?:async )?(?:const|function) (\w+)/gm)].map(([, name]) => name ?? '')

/** A page that is shown in another's place: the front asks Next for it. */
const STANDS_IN = /\/(\[\.\.\.missing\]|missing|fault|paused)\//

test('there are pages of which something is said, and others', () => {
  expect(kinds.size).toBeGreaterThan(5)
  expect(served.filter((file) => Object.keys(kindOf(file)).length === 0).length).toBeGreaterThan(30)
})

describe.each(served)('app/%s', (file) => {
  const kind = kindOf(file)

  test('is made by Next for each visitor, where it makes it: what it has made is kept by nobody but the front', () => {
    expect(exported(file)).not.toContain('revalidate')
    expect(exported(file)).not.toContain('generateStaticParams')
  })

  test('is rendered by the front where it is a public page of its own, and only there', () => {
    const isPublic = file.startsWith('(public)/') && file.endsWith('page.tsx')
    expect(kind.byFront === true).toBe(isPublic && !STANDS_IN.test(file))
    if (kind.cached) expect(kind.byFront).toBe(true)
  })

  test('answers the methods that are said of it', () => {
    if (file.endsWith('page.tsx')) return expect(kind.methods).toBeUndefined()
    const names = exported(file).filter((name) => /^[A-Z]+$/.test(name))
    // Of GET, Next makes HEAD; to OPTIONS the front answers.
    const answered = names.flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : [name]))
    expect((kind.methods ?? ['GET', 'HEAD']).filter((method) => method !== 'OPTIONS')).toEqual(
      answered.length > 0 ? answered : ['GET', 'HEAD'],
    )
  })
})

describe.each([...kinds])('what is said of %s', (address, kind) => {
  test('is said beside a page or a route, and is something', () => {
    expect(served.map((file) => addressOf(dirname(file)))).toContain(address)
    expect(Object.keys(kind)).not.toEqual([])
  })

  test('leads to pages that are there', () => {
    for (const led of [kind.paused, kind.missing]) {
      const twin = served.filter((file) => led !== undefined && addressOf(dirname(file)) === led)
      expect(twin).toHaveLength(led ? 1 : 0)
    }
    if (!kind.paused) return
    // A frame goes on to show it, or goes on not to.
    expect(kinds.get(kind.paused)?.framed).toBe(kind.framed)
  })

  test('names an address from which Next is led to it, where it answers at another', async () => {
    const rewrites = await configFor('phase-production-build').rewrites()
    const led = Array.isArray(rewrites) ? rewrites.filter(({ source: from }) => from === kind.at) : []
    expect(led).toHaveLength(kind.at ? 1 : 0)
    if (kind.at) expect(led[0]?.destination).toMatch(new RegExp(`^${address.replace(/\[\w+\]/g, '\\w+')}$`))
  })
})

test('a form or a kind stands nowhere but beside a page or a route', () => {
  const beside = files.filter((file) => /(^|\/)(form|kind)\.ts$/.test(file) && !file.startsWith('_'))
  const alone = beside.filter(
    (file) => !['page.tsx', 'route.ts'].some((name) => existsSync(join(APP, dirname(file), name))),
  )
  expect(alone).toEqual([])
})
