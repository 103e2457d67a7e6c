import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { keepVisits } from '@/lib/figures/counting/visits'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { figureSums } from '@/lib/figures/testing'
import type { Context } from '@/lib/kernel/context'
import { onCampaign } from '@/lib/letters/testing'
import { currentExchange } from './exchange'
import { createFront } from './front'

const BROWSER = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36'
const server = createServer((request, response) => void front(request, response))
// In place of what renders pages: one that is the same for everyone, unless its address says another.
const front = createFront(
  async (request, response) => {
    currentExchange().forEveryone = !request.url?.includes('postcode=')
    response.end()
  },
  { development: false },
)
let at = ''

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  vi.stubEnv('PORT', `${port}`)
  vi.stubEnv('SHARED_CACHE', '1')
  vi.stubEnv('TRUST_PROXY', 'loopback')
  at = `http://127.0.0.1:${port}`
})
afterAll(() => void server.close())

/** An address that nobody in these tests has had before: each has its own turns. */
let household = 0
beforeEach(() => {
  household += 1
})

type Told = { headers?: Record<string, string>; body?: string; method?: string }

async function tell(query: string, { headers, body, method = 'POST' }: Told = {}): Promise<Response> {
  return fetch(`${at}/api/visits?${query}`, {
    method,
    ...(body !== undefined && { body }),
    headers: {
      'user-agent': BROWSER,
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': `198.51.100.${household}`,
      ...headers,
    },
  })
}

async function counted(ctx: Context): Promise<Record<string, number>> {
  await keepVisits(ctx)
  await rollUp(ctx)
  return figureSums(ctx)
}

test('what a page tells of is counted, its source with it, and nothing is answered', () =>
  onCampaign(async (ctx, { slug }) => {
    await rollUp(ctx)
    const answer = await tell(`page=/campaigns/${slug}&utm_source=news&by=abcde12345`)
    expect([answer.status, await answer.text()]).toEqual([204, ''])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.has('set-cookie')).toBe(false)
    await tell('page=/')
    await tell(`page=/campaigns/${slug}/from/E14001172`)
    await tell(`page=/embed/${slug}&utm_medium=embed&ref=paper.example`)
    await tell(`page=/campaigns/${slug}/write/E14001172`)
    expect(await counted(ctx)).toEqual({ viewed: 4, found: 1 })
  }))

describe('nothing is counted', () => {
  test.each([
    ['of no campaign of ours', 'page=/campaigns/nothing'],
    ['of no constituency', 'page=/campaigns/SLUG/write/E14999999'],
    ['of no page', ''],
    ['of a page that counts nothing', 'page=/privacy'],
    ['of a page that is counted by the server', 'page=/campaigns/SLUG/write/E14001172/words'],
    ['of a page that is counted by the server, by its own address', 'page=/campaigns/SLUG/choose'],
    ['of what is no path', 'page=https://evil.example/'],
    ['of what cannot be decoded', 'page=%2Fcampaigns%2F%25'],
    ['of a page for staff', 'page=/staff/dashboard'],
  ])('%s', (_what, query) =>
    onCampaign(async (ctx, { slug }) => {
      await rollUp(ctx)
      expect((await tell(query.replace('SLUG', slug))).status).toBe(204)
      expect(await counted(ctx)).toEqual({})
    }),
  )

  test.each<[string, Told, number]>([
    ['for a program', { headers: { 'user-agent': 'Googlebot/2.1' } }, 204],
    ['for a browser that fetches ahead', { headers: { 'sec-purpose': 'prefetch' } }, 204],
    ['from another site', { headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' } }, 403],
    ['from a frame that may not stand there', { headers: { 'sec-fetch-site': 'cross-site', origin: 'null' } }, 403],
    ['when it is only read', { method: 'GET' }, 405],
    ['when it is only asked about', { method: 'HEAD' }, 405],
    ['when it is asked for from elsewhere', { method: 'OPTIONS' }, 405],
  ])('%s', (_who, told, status) =>
    onCampaign(async (ctx, { slug }) => {
      await rollUp(ctx)
      const answer = await tell(`page=/campaigns/${slug}`, told)
      expect(answer.status).toBe(status)
      expect(answer.headers.get('allow')).toBe(status === 405 ? 'POST' : null)
      expect(await counted(ctx)).toEqual({})
    }),
  )
})

test('a frame in a sandbox, whose origin has no name, tells of the embed', () =>
  onCampaign(async (ctx, { slug }) => {
    await rollUp(ctx)
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'null' }
    expect((await tell(`page=/embed/${slug}`, { headers })).status).toBe(204)
    expect(await counted(ctx)).toEqual({ viewed: 1 })
  }))

test('who tells more often than people look is told to wait, and nobody else is', () =>
  onCampaign(async (ctx, { slug }) => {
    await rollUp(ctx)
    const statuses: number[] = []
    for (let turn = 0; turn < 305; turn++) statuses.push((await tell(`page=/campaigns/${slug}`)).status)
    expect(statuses.filter((status) => status === 204)).toHaveLength(300)
    const refused = await tell(`page=/campaigns/${slug}`)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
    household += 1
    expect((await tell(`page=/campaigns/${slug}`)).status).toBe(204)
    expect(await counted(ctx)).toEqual({ viewed: 301 })
  }))

test('what is sent beside the address is not read', () =>
  onCampaign(async (ctx, { slug }) => {
    await rollUp(ctx)
    const answer = await tell(`page=/campaigns/${slug}`, { body: 'x'.repeat(3_000_000) })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('connection')).toBe('close')
    expect(await counted(ctx)).toEqual({ viewed: 1 })
  }))

test('the server counts such a page no more, and every other as before', () =>
  onCampaign(async (ctx, { slug }) => {
    await rollUp(ctx)
    const visit = async (path: string) => (await fetch(at + path, { headers: { 'user-agent': BROWSER } })).arrayBuffer()
    await visit(`/campaigns/${slug}`)
    await visit(`/campaigns/${slug}/write/E14001172`)
    await visit('/')
    expect(await counted(ctx)).toEqual({})
    await visit(`/campaigns/${slug}/write/E14001172?postcode=SW1A0AA`)
    expect(await counted(ctx)).toEqual({ found: 1 })
  }))
