import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { finishAnswer } from './finish-answer'
import { PRERENDERED } from './next-internals'

const HTML = `<!DOCTYPE html><html><body>${'<p>Text</p>'.repeat(50)}<script>self.__next_f.push([1,"a"])</script></body></html>`
const PLAIN: Record<string, (body: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  '': (body) => body,
}

/** Answers as Next does: whole and prerendered, piece by piece, or with a failure that has begun to be written. */
const server = createServer((incoming, response) => {
  finishAnswer(incoming, response, { framed: false, wantsPage: incoming.url !== '/failing.json' })
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  if (incoming.url === '/made-before') {
    response.setHeader(PRERENDERED, '1')
    response.setHeader('ETag', '"a"')
    return response.end(HTML)
  }
  if (incoming.url?.startsWith('/failing')) {
    response.statusCode = 500
    response.setHeader('Content-Encoding', 'gzip')
    response.write('Internal')
  }
  response.end(HTML)
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => server.close())

async function get(path: string, accept?: string) {
  const { port } = server.address() as AddressInfo
  const asked = request({ port, path, headers: { ...(accept !== undefined && { 'accept-encoding': accept }) } }).end()
  const [response] = await once(asked, 'response')
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
])('a page that was made before goes to a reader of %j as “%s”', async (accept, encoding) => {
  const answer = await get('/made-before', accept)
  expect(answer.encoding).toBe(encoding)
  expect(answer.body).toBe(HTML)
  expect(answer.response.headers.vary ?? '').toBe(encoding ? 'Accept-Encoding' : '')
  expect(answer.response.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[^']{44}';/)
})

test('any other page goes out as it is', async () => {
  const { response, body } = await get('/made-now', 'br')
  expect(body).toBe(HTML)
  expect(response.headers['content-security-policy']).toBeUndefined()
})

test('in place of a failure that has begun stands a page of ours, or words for a program', async () => {
  const { response, body } = await get('/failing')
  expect(response.statusCode).toBe(500)
  expect(body).toContain('Something went wrong on our side')
  expect(body).not.toContain('Internal')
  expect(JSON.parse((await get('/failing.json')).body)).toEqual({
    error: { code: 'failed', message: 'Something went wrong on our side.' },
  })
})
