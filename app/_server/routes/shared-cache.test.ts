import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { addressOf } from './address'
import { routeAt } from './kind'

const ROOT = join(import.meta.dirname, '../../..')
const nginx = readFileSync(join(ROOT, 'ops/nginx/dear-mp.conf'), 'utf8')
const VALUES: Record<string, string> = { slug: 'artsakh-ceasefire', seat: 'E14001172' }

/** An address of every page, as nginx meets it. */
const pages = readdirSync(join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .flatMap((file) => addressOf(dirname(file)) ?? [])
  .map((address) => address.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => VALUES[name] ?? 'abc'))

/** The paths of which nginx keeps what it was given, in that cache. */
function keptIn(cache: string): RegExp[] {
  return nginx
    .split('    location ')
    .filter((part) => part.includes(`proxy_cache ${cache};`))
    .map((part) => new RegExp(/^~ (\S+) \{/.exec(part)?.[1] ?? '(?!)'))
}

test('nginx keeps the pages that are made for everyone, and no other', () => {
  const [patterns] = keptIn('dear_mp_pages')
  const kept = ['/', ...pages].filter((path) => patterns?.test(path))
  expect(kept).toEqual(['/', ...pages].filter((path) => routeAt(path).kind.cached))
  expect(kept.length).toBeGreaterThan(4)
})

test('of those it tells the product nothing of who asks, and of none else does it keep this back', () => {
  const said = nginx.slice(nginx.indexOf('map $uri $dear_mp_page {'), nginx.indexOf('map "$request_method'))
  const patterns = [...said.matchAll(/"~(\S+)" 1;/g)].map(([, pattern = '']) => new RegExp(pattern))
  const alike = ['/', ...pages].filter((path) => path === '/' || patterns.some((pattern) => pattern.test(path)))
  expect(alike).toEqual(['/', ...pages].filter((path) => routeAt(path).kind.cached))
})

test('a page is in no cache but that of pages', () => {
  const [, ...others] = keptIn('dear_mp_pages')
  const elsewhere = [...others, ...keptIn('dear_mp_files')]
  expect(elsewhere).toHaveLength(2)
  expect(pages.filter((path) => elsewhere.some((pattern) => pattern.test(path)))).toEqual([])
})
