import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerCached } from './answer-cached'

const HTML = `<!DOCTYPE html><html><body>${'<p>Text</p>'.repeat(50)}</body></html>`
const PLAIN: Record<string, (body: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  '': (body) => body,
}
const page = { html: Buffer.from(HTML), etag: 'W/"a"', encoded: {}, madeAt: 0 }
const server = createServer((asked, response) => answerCached(asked, response, page, asked.url === '/framed'))

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => server.close())

async function get(headers: Record<string, string>, path = '/') {
  const { port } = server.address() as AddressInfo
  const [response] = await once(request({ port, path, headers }).end(), 'response')
  const encoding: string = response.headers['content-encoding'] ?? ''
  return { response, encoding, body: String(PLAIN[encoding]?.(await buffer(response))) }
}

test.each([
  [undefined, ''],
  ['', ''],
  ['identity', ''],
  ['deflate', ''],
  ['gzip', 'gzip'],
  ['gzip, deflate', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br', 'br'],
  ['BR;q=0.5', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.0, gzip;q=0', ''],
  ['br;q=0.001', 'br'],
  ['*', 'br'],
  ['brotli, xgzip', ''],
])('a page that is the same for everyone goes to a reader of %j as “%s”', async (accept, encoding) => {
  const answer = await get(accept === undefined ? {} : { 'accept-encoding': accept })
  expect(answer.encoding).toBe(encoding)
  expect(answer.body).toBe(HTML)
  expect(answer.response.headers.vary).toBe('Accept-Encoding')
  expect(answer.response.headers['cache-control']).toBe('s-maxage=10, stale-while-revalidate=20')
  expect(answer.response.headers['content-security-policy']).toContain("script-src 'self';")
})

test.each(['W/"a"', '"a"', 'W/"b", W/"a"'])('who has it as %s gets no body', async (known) => {
  const { response, body } = await get({ 'if-none-match': known, 'accept-encoding': 'br' })
  expect([response.statusCode, body, response.headers.etag]).toEqual([304, '', 'W/"a"'])
  expect((await get({ 'if-none-match': 'W/"b"' })).response.statusCode).toBe(200)
})

test('other sites may show it in a frame where it is said so', async () => {
  expect((await get({}, '/framed')).response.headers['content-security-policy']).toContain('frame-ancestors *')
  expect((await get({})).response.headers['content-security-policy']).toContain("frame-ancestors 'none'")
})
