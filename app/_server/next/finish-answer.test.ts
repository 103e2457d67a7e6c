import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { finishAnswer } from './finish-answer'

const HTML = `<!DOCTYPE html><html><body>${'<p>Text</p>'.repeat(50)}<script>self.__next_f.push([1,"a"])</script></body></html>`

/** Answers as Next does: whole, or with a failure that has begun to be written. */
const server = createServer((incoming, response) => {
  finishAnswer(response, incoming.url !== '/failing.json')
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
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

async function get(path: string) {
  const { port } = server.address() as AddressInfo
  const asked = request({ port, path }).end()
  const [response] = await once(asked, 'response')
  return { response, body: String(await buffer(response)) }
}

test('a page goes out as it is', async () => {
  const { response, body } = await get('/made-now')
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
