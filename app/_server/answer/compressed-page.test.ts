import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import compression from 'compression'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endWithPage } from './compressed-page'

const PAGE = `<!doctype html><title>Ceasefire – letters</title>${'<p>Dear Ann Example MP,</p>'.repeat(500)}`
let server: Server
let at = ''

beforeAll(async () => {
  const compress = compression()
  server = createServer((request, response) => {
    type Given = Parameters<typeof compress>
    compress(request as Given[0], response as Given[1], () => endWithPage(request, response, Buffer.from(PAGE)))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

test.each([
  ['gzip', true],
  ['br, gzip, deflate', true],
  ['*', true],
  ['gzip;q=0, deflate;q=0', false],
  ['identity', false],
])('to a reader who takes %s it is packed: %s, once, and says its length', async (taken, isPacked) => {
  const { headers, body } = await new Promise<{ headers: Record<string, unknown>; body: Buffer }>((done, fail) => {
    request(at, { headers: { 'accept-encoding': taken } }, async (answer) => {
      const parts: Buffer[] = []
      for await (const part of answer) parts.push(part)
      done({ headers: answer.headers, body: Buffer.concat(parts) })
    })
      .once('error', fail)
      .end()
  })
  expect(headers['content-encoding']).toBe(isPacked ? 'gzip' : undefined)
  expect(headers['content-length']).toBe(`${body.length}`)
  expect(headers.vary).toContain('Accept-Encoding')
  expect((isPacked ? gunzipSync(body) : body).toString()).toBe(PAGE)
})
