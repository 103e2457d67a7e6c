import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { BUILD_FILES } from '@/app/_server/next/next-internals'
import { staticFiles } from './static-files'

const SCRIPT = 'console.log("Dear MP")'
const folder = mkdtempSync(join(tmpdir(), 'static-files-'))
let server: Server
let at = ''
let goneOnceItIsFound = false

beforeAll(async () => {
  put('chunks/a.js')
  const serve = staticFiles(folder)
  server = createServer((request, response) => {
    if (goneOnceItIsFound) {
      const writeHead = response.writeHead
      response.writeHead = (...given: unknown[]) => {
        rmSync(join(folder, 'chunks'), { recursive: true })
        return Reflect.apply(writeHead, response, given)
      }
    }
    if (!serve(request, response)) response.writeHead(418).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}${BUILD_FILES}`
})
beforeEach(() => {
  goneOnceItIsFound = false
  rmSync(folder, { recursive: true, force: true })
  put('chunks/a.js')
  put('chunks/a.js.br', 'packed')
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${at}${path}`, { headers: { 'accept-encoding': 'identity', ...headers }, signal: AbortSignal.timeout(5000) })

test('a file of the build is kept for good, and is the same when it is asked for again', async () => {
  const answer = await ask('/chunks/a.js')
  expect(await answer.text()).toBe(SCRIPT)
  expect(answer.headers.get('cache-control')).toBe('public,max-age=31536000,immutable')
  expect(answer.headers.get('content-type')).toContain('javascript')
  const again = await ask('/chunks/a.js', { 'if-none-match': answer.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
})

test.each([
  ['never was', '/chunks/never.js', () => {}],
  ['is gone since the server began', '/chunks/a.js', () => rmSync(join(folder, 'chunks/a.js'))],
  ['is a folder', '/chunks', () => {}],
  ['is gone with all others', '/chunks/a.js', () => rmSync(folder, { recursive: true })],
  ['stands outside', '/..%2f..%2fpackage.json', () => {}],
  ['has an address that cannot be read', '/chunks/%00a.js%E0%A4', () => {}],
])('what %s is answered with 404, and nothing keeps that', async (_, path, happens) => {
  happens()
  const answer = await ask(path)
  expect(answer.status).toBe(404)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.text()).toBe('There is no such file.')
})

test('one whose packed form alone is gone is given as it is', async () => {
  rmSync(join(folder, 'chunks/a.js.br'))
  const answer = await ask('/chunks/a.js', { 'accept-encoding': 'br' })
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(await answer.text()).toBe(SCRIPT)
})

test('a file that a build has made since is given', async () => {
  put('chunks/b.js')
  expect(await (await ask('/chunks/b.js')).text()).toBe(SCRIPT)
})

test('one that goes while it is opened ends the connection, and the server goes on', async () => {
  goneOnceItIsFound = true
  await expect(ask('/chunks/a.js')).rejects.toThrow('fetch failed')
  goneOnceItIsFound = false
  expect((await ask('/chunks/a.js')).status).toBe(404)
})

function put(name: string, text = SCRIPT): void {
  mkdirSync(join(folder, 'chunks'), { recursive: true })
  writeFileSync(join(folder, name), text)
}
