import { readdirSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { session } from './fixtures/staff'
import { expect, product, test } from './fixtures/test'

// Beside the status, the whole run fails on a line of level 50 in the product's log: see global-setup.ts.
test.setTimeout(480_000)

const APP = join(import.meta.dirname, '../app')
const AT_ONCE = 6

/** What no part of an address of ours is: broken text, names that objects have. */
const TEXTS = [
  ...['%00', '%ff', '%ed%a0%80', '%', '%EF%BF%BF', '%0d%0aX:1', '%CC%81'.repeat(60), 'a'.repeat(2000)],
  ...['-'.repeat(36), '%27..%2f', '%E2%80%AE%F0%9F%92%8C', '__proto__', 'constructor'],
]
/** For a page that has none: what a proxy or the front may stumble over. */
const BROKEN = '%ed%a0%80'
/** And what no parameter is: numbers and days that no column takes. */
const HOSTILE = [
  ...TEXTS,
  ...['-1', 'NaN', '999999999999999', '99999999999999999999', '0000-01-01', '2026-02-30', '275760-09-14'],
]

/** Every name that a page or a route looks for in its address. */
const NAMES = [
  ...[
    'postcode',
    'constituency',
    'choice',
    'find',
    'seat',
    'mp',
    'stage',
    'turn',
    'confirmed',
    'already',
    'token',
    'error',
  ],
  ...['utm_source', 'ref', 'by', 'only', '_rsc', 'state', 'day', 'complained', 'domain', 'alike', 'source', 'rule'],
  ...['network', 'notGenuine', 'done', 'changed', 'begun', 'many', 'who', 'what', 'from', 'to', 'before', 'after'],
  ...['view', 'campaign', 'kind', 'sort', 'q', 'format', 'site'],
]

const HEADERS: Record<string, string>[] = [
  { RSC: '1', 'Next-Router-State-Tree': '%5B%22' },
  { RSC: '1', 'Next-Router-State-Tree': 'x'.repeat(4000), 'Next-Router-Prefetch': 'x' },
  { 'Next-Url': '//%00', 'Next-Action': '__proto__' },
  { 'If-Modified-Since': 'yesterday', 'If-None-Match': '"x', Range: 'bytes=9-1' },
  { 'Accept-Language': '*;q=x', 'Accept-Encoding': 'x;q=9', Accept: '\u00ff/;' },
]

test('no part of an address, known parameter, cookie or header makes a page or a route fail', async () => {
  const { cookie } = await session('admin')
  const campaign = /\/staff\/campaigns\/([0-9a-f-]{36})/.exec((await read('/staff/campaigns', { cookie })).text)?.[1]
  const preview = await read(`/staff/campaigns/${campaign}/preview`, { cookie })
  const key = /\/preview\/([\w.-]+)/.exec(preview.text)?.[1]
  const known = {
    slug: 'artsakh-ceasefire',
    id: campaign,
    key,
    part: 'asks',
    stage: 'words',
    seat: 'E14001172',
    listing: 'live',
    letter: 'A',
  }
  const asked = addresses().flatMap((each) => asksOf(each, known))
  expect(asked.length).toBeGreaterThan(1000)
  const broken: string[] = []
  const left = asked.values()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const { path, headers } of left) {
        const { status } = await read(path, { cookie, ...headers })
        if (status >= 500 && !isMeant(path, status)) broken.push(`${status} ${path.slice(0, 120)}`)
      }
    }),
  )
  expect(broken).toEqual([])
})

type Asked = { path: string; headers?: Record<string, string> }

function asksOf({ address, readsQuery }: Address, known: Record<string, string | undefined>): Asked[] {
  const parts = address.split('/').map((part) => {
    const name = /^\[(?:\.{3})?(\w+)\]$/.exec(part)?.[1]
    return { isOpen: name !== undefined, value: name === undefined ? part : (known[name] ?? 'x') }
  })
  const path = parts.map(({ value }) => value).join('/')
  const withPart = parts.flatMap(({ isOpen }, at) =>
    isOpen ? TEXTS.map((hostile) => parts.map(({ value }, i) => (i === at ? hostile : value)).join('/')) : [],
  )
  // All at once: whichever is read finds it. Its address is long enough to be led away otherwise.
  const withQuery = (readsQuery ? HOSTILE : [BROKEN]).map((hostile) => {
    const fitting = NAMES.slice(0, Math.floor(9000 / (hostile.length + 12)))
    return `${path}?${fitting.map((name) => `${name}=${hostile}`).join('&')}`
  })
  const repeated = `${path}?${NAMES.map((name) => `${name}=constructor&${name}[]=1&${name}[a]=2&${name}=2`).join('&')}`
  const withHeaders = [
    ...HEADERS,
    { cookie: `dear-mp-staff=${'x'.repeat(8000)}; a=%` },
    { cookie: 'dear-mp-staff=%00%; =; dear-mp-staff' },
  ].map((headers) => ({ path, headers }))
  return [...[...withPart, ...withQuery, repeated].map((each) => ({ path: each })), ...withHeaders]
}

type Address = { address: string; readsQuery: boolean }

/** Every address that the folders of `app` make: a page that comes later is among them. */
function addresses(folder = APP, at = ''): Address[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) {
      if (!/^(page\.tsx|route\.ts)$/.test(entry.name)) return []
      // A page is given its query under that name only, and nothing below it is given one by Next.
      const readsQuery =
        entry.name === 'route.ts' || readFileSync(join(folder, entry.name), 'utf8').includes('searchParams')
      return [{ address: at || '/', readsQuery }]
    }
    if (entry.name.startsWith('_')) return []
    return addresses(join(folder, entry.name), entry.name.startsWith('(') ? at : `${at}/${entry.name}`)
  })
}

/** What is paused or not set up answers 503 on purpose. */
function isMeant(path: string, status: number): boolean {
  return status === 503 && !path.startsWith('/staff')
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })

/** Asked below `fetch`, which would mend the address first. A connection that breaks counts as a failure. */
function read(path: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  const { hostname, port, host } = new URL(product().url)
  return new Promise((done) => {
    const broken = () => done({ status: 599, text: '' })
    request({ hostname, port, path, agent, headers: { host, ...headers } }, async (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.once('error', broken)
      answer.once('end', () => done({ status: answer.statusCode ?? 599, text: Buffer.concat(chunks).toString() }))
    })
      .once('error', broken)
      .end()
  })
}
