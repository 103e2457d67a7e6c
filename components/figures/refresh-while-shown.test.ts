import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasChanged } from './refresh-while-shown'

const THEN = '2026-11-26T12:00:00.000Z'

let answer: (response: ServerResponse, url: string) => void
let base = ''
const server = createServer((request, response) => answer(response, request.url ?? ''))

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterAll(() => server.close())

const says =
  (body: string, status = 200) =>
  (response: ServerResponse) =>
    void response.writeHead(status).end(body)

test.each<[string, typeof answer, boolean]>([
  ['the same', says(JSON.stringify(THEN)), false],
  ['something else', says(JSON.stringify('2026-11-26T12:00:10.000Z')), true],
  ['that it failed', says('"later"', 500), false],
  ['no JSON', says('<!doctype html>'), false],
  [
    'that one has to sign in',
    (response, url) => (url === '/' ? says('"sign-in"')(response) : response.writeHead(307, { Location: '/' }).end()),
    false,
  ],
  ['nothing', (response) => response.destroy(), false],
])('of an address that says %s', async (_what, said, changed) => {
  answer = said
  expect(await hasChanged(`${base}/pulse`, THEN)).toBe(changed)
})
