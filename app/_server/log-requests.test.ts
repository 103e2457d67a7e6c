import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { testDatabase } from '@/db/testing'
import { log } from '@/lib/kernel/log'
import { takeLogLines } from '@/lib/kernel/testing/log-lines'
import { createFront } from './front'
import { besidePages } from './routes/beside-pages'
import { serveFront } from './testing-server'

let server: Server
let port = 0

async function next(_: IncomingMessage, response: ServerResponse): Promise<void> {
  log.warn('Something is to be looked at')
  response.end('found')
}

beforeAll(async () => {
  await testDatabase()
  vi.stubEnv('TRUST_PROXY', 'loopback')
  vi.stubEnv('LIMITS', 'off')
  ;({ server, port } = await serveFront(createFront(next, { development: false })))
})
afterAll(() => {
  vi.unstubAllEnvs()
  server.close()
})

const lines: Record<string, unknown>[] = []
beforeEach(() => {
  lines.length = 0
  log.level = 'debug'
  takeLogLines((line) => lines.push(JSON.parse(line)))
})

function ask(path: string, headers: Record<string, string> = {}): Promise<{ id: string; status: number }> {
  return new Promise((done, fail) => {
    request({ port, path, host: '127.0.0.1', headers: { Host: `127.0.0.1:${port}`, ...headers } }, (response) => {
      response
        .resume()
        .on('end', () => done({ id: `${response.headers['x-request-id']}`, status: response.statusCode ?? 0 }))
    })
      .on('error', fail)
      .end()
  })
}

const last = () => lines.findLast(({ msg }) => msg === 'Answered')

test('a request is one line, with the id that its answer and all else that is logged of it carries', async () => {
  const { id } = await ask('/campaigns/karabakh/write')
  await expect.poll(last).toMatchObject({
    level: 30,
    request: id,
    method: 'GET',
    address: '/(public)/campaigns/[slug]/write',
    status: 200,
    bytes: expect.any(Number),
    ms: expect.any(Number),
  })
  expect(lines.map(({ request: named }) => named)).toEqual([id, id])
})

test('a proxy’s own id is taken over; what is none is not, nor a visitor’s', async () => {
  const own = '4bf92f3577b34da6a3ce929d0e0e4736'
  expect((await ask('/api/live', { 'X-Request-Id': own })).id).toBe(own)
  for (const text of ['anna@example.org', 'a b', 'x'.repeat(16), '1'.repeat(65), '', `${own}\u00e9`])
    expect((await ask('/api/live', { 'X-Request-Id': text })).id).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/)
})

test('probes and files of the build are there for whoever looks closer', async () => {
  for (const path of ['/api/live', '/_next/static/chunks/a.js']) {
    await ask(path)
    await expect.poll(() => last()?.level).toBe(20)
    lines.length = 0
  }
})

test('no line says what stood in an address, whatever answers there', async () => {
  const secret = 'canary'
  const paths = (await besidePages('kind')).map(({ folder }) =>
    `/${folder}`.replace(/\/\([^)]*\)/g, '').replace(/\[[^\]]*\]/g, secret),
  )
  for (const path of [
    ...new Set(paths),
    `/${secret}`,
    `/%${secret}`,
    `//${secret}`,
    `/api/${secret}`,
    `/_next/${secret}`,
  ]) {
    await ask(`${path}?postcode=${secret}&q=${secret}#${secret}`)
  }
  await expect.poll(() => lines.filter(({ msg }) => msg === 'Answered').length).toBeGreaterThan(paths.length)
  expect(lines.filter((line) => JSON.stringify(line).includes(secret))).toEqual([])
})
