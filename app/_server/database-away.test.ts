import type { Server } from 'node:http'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { databaseUrl, onDatabase, testDatabase } from '@/db/testing'
import { log } from '@/lib/kernel/log'
import { createFront } from './front'
import { serveFront } from './testing-server'

const WAITS_MS = 200

let server: Server
let url = ''
let at = ''

beforeAll(async () => {
  log.level = 'silent'
  url = await databaseUrl(await testDatabase())
  const front = createFront(
    async (request, response) => {
      const rows = await database()
        .execute(sql`select * from rate_limits`)
        // As Next does: it says that it failed, and nobody learns why.
        .catch((error: unknown) => {
          if (request.url === '/rises') throw error
          response.statusCode = 500
          return []
        })
      response.end(JSON.stringify(rows))
    },
    { development: false, waitsMs: WAITS_MS },
  )
  ;({ server, at } = await serveFront(front))
})
afterAll(() => server.close())

const ASKED: [string, string, 'GET' | 'POST', string][] = [
  ['a page', '/staff', 'GET', 'This page tries again by itself'],
  ['a page that fails at once', '/rises', 'GET', 'This page tries again by itself'],
  ['what was typed', '/my-data', 'POST', 'What you typed is not lost'],
  ['a program', '/api/v1/campaigns', 'GET', '"code":"unavailable"'],
]

test('everybody is asked to come back where the database does not answer in time, and answered once it does', async () => {
  const ask = async (path: string, method: string) => {
    const body = method === 'POST' ? { body: 'email=somebody@example.org' } : {}
    const headers = { origin: at, 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await fetch(at + path, { method, headers, redirect: 'manual', ...body })
    return { status: answer.status, again: Number(answer.headers.get('retry-after')), said: await answer.text() }
  }
  await onDatabase(url, (holder) =>
    holder.begin(async (held) => {
      await held`lock table rate_limits`
      const answers = await Promise.all(ASKED.map(([, path, method]) => ask(path, method)))
      for (const [which, [, , , words]] of ASKED.entries()) {
        expect(answers[which]).toMatchObject({ status: 503, said: expect.stringContaining(words) })
        expect(answers[which]?.again).toBeGreaterThanOrEqual(20)
      }
    }),
  )
  // On a busy machine the first answers may still take longer than is waited for here.
  for (const [, path, method] of ASKED) {
    await expect.poll(async () => (await ask(path, method)).status).toBeLessThan(500)
  }
})
