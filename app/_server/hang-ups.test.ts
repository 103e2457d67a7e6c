import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { testDatabase } from '@/db/testing'
import { consoleToLog } from '@/lib/kernel/console-to-log'
import { log } from '@/lib/kernel/log'
import { sendFile } from './forms/send-file'
import { createFront } from './front'
import { serveFront } from './testing-server'

let server: Server
let port = 0
/** What each request came to, in the front and behind it. */
const ended = { answers: 0, failures: 0 }
const { error: printError, warn: printWarning } = console

const endless = () => Readable.from(rows(), { objectMode: false })
function* rows() {
  for (;;) yield 'x'.repeat(65_536)
}

/** In place of Next: what it does with a body and with an answer, and what it prints of a failure. */
async function next(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (request.method === 'POST') for await (const _chunk of request);
    if (request.url === '/page') await pipeline(endless(), response)
  } catch (error) {
    ended.failures++
    console.error(error)
    console.error('⨯ Error:', error)
    if (!response.headersSent) response.statusCode = 500
    response.end()
  }
}

beforeAll(async () => {
  await testDatabase()
  consoleToLog()
  const front = createFront(
    (request, response) => {
      if (request.url !== '/file') return next(request, response)
      const write = (out: NodeJS.WritableStream) => pipeline(endless(), out)
      return sendFile(response, { name: 'all.csv', type: 'text/csv', write })
    },
    { development: false },
  )
  ;({ server, port } = await serveFront(async (request, response) => {
    await front(request, response)
    ended.answers++
  }))
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => {
  Object.assign(console, { error: printError, warn: printWarning })
  server.closeAllConnections()
  server.close()
})

/** Sends this and breaks off, once `answered` has begun to come or, where nothing is to come, once it has been read. */
async function breakOff(lines: string[], awaitsAnswer: boolean, how: 'reset' | 'end'): Promise<void> {
  const before = ended.answers
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  const reached = new Promise<unknown>((resolve) =>
    awaitsAnswer ? socket.once('data', resolve) : server.once('request', resolve),
  )
  socket.write(`${lines.join('\r\n')}`)
  await reached
  if (how === 'reset') socket.resetAndDestroy()
  else socket.destroy()
  await vi.waitFor(() => expect(ended.answers).toBe(before + 1), { timeout: 120_000, interval: 5 })
}

const post = (path: string, type: string) => [
  `POST ${path} HTTP/1.1`,
  `Host: 127.0.0.1:${port}`,
  `Content-Type: ${type}`,
  'Content-Length: 100000',
  '',
  'email=an',
]
const get = (path: string) => [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, '', '']

const cases: Record<string, [() => string[], boolean]> = {
  'a form': [() => post('/my-data', 'application/x-www-form-urlencoded'), false],
  'an upload': [() => post('/my-data', 'multipart/form-data; boundary=x'), false],
  'a post to the API': [() => post('/api/mail-events', 'application/json'), false],
  'a page that comes': [() => get('/page'), true],
  'a file that is made as it goes': [() => get('/file'), true],
}

for (const how of ['reset', 'end'] as const)
  test.each(Object.entries(cases))(
    `who breaks off in the middle of %s (${how}) is no error`,
    async (_what, [lines, answers]) => {
      const said = (['fatal', 'error', 'warn'] as const).map((level) =>
        vi.spyOn(log, level).mockImplementation(() => {}),
      )
      await breakOff(lines(), answers, how)
      expect(said.flatMap(({ mock }) => mock.calls)).toEqual([])
    },
  )

test('a failure of ours is one, also while somebody hangs up', async () => {
  const error = vi.spyOn(log, 'error').mockImplementation(() => {})
  console.error(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }))
  console.error('⨯', new TypeError('surprise'))
  expect(error).toHaveBeenCalledTimes(2)
})
