import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { DrizzleQueryError } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { consoleToLog } from '@/lib/kernel/console-to-log'
import { takeLogLines } from '@/lib/kernel/testing/log-lines'
import { createFront } from './front'
import { serveFront } from './testing-server'

let server: Server
let port = 0
const { error: printError, warn: printWarning } = console

const failed = (statement: string) => new DrizzleQueryError(statement, ['canary'], new Error('refused'))

/** In place of Next: it renders a page that failed a second time, to show its error, and prints what rises each time. */
async function next(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const first = failed('select name from people where email = $1')
  console.error('⨯', first)
  await new Promise((resolve) => setImmediate(resolve))
  console.error('⨯', failed('select name from people where email = $1'))
  if (request.url === '/two') console.error(failed('select code from seats where name = $1'))
  if (request.url === '/rises') throw first
  response.statusCode = 500
  response.end()
}

beforeAll(async () => {
  await testDatabase()
  consoleToLog()
  const front = createFront(next, { development: false })
  ;({ server, port } = await serveFront(front))
})
afterAll(() => {
  Object.assign(console, { error: printError, warn: printWarning })
  server.close()
})

/** The lines that the log writes. */
const lines: string[] = []
beforeEach(() => {
  lines.length = 0
  takeLogLines((line) => {
    // That a request was answered is a line of its own.
    if (!line.includes('"level":30')) lines.push(line)
  })
})

test.each([
  ['/page', 1],
  ['/rises', 1],
  // Another statement that fails is another error.
  ['/two', 2],
])('an error in answering %s is logged once, without what the statement was given', async (path, times) => {
  expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(500)
  expect(lines).toHaveLength(times)
  expect(lines[0]).toContain('select name from people where email')
  expect(lines.join()).not.toContain('canary')
})

test('and again for the next request, and outside of one each time', async () => {
  await Promise.all([1, 2].map(() => fetch(`http://127.0.0.1:${port}/page`)))
  expect(lines).toHaveLength(2)
  for (let time = 0; time < 2; time++) console.error(failed('select 1'))
  expect(lines).toHaveLength(4)
})
