import type { Server } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createFront } from '@/app/_server/front'
import { serveFront } from '@/app/_server/testing-server'
import { databaseUrl, onDatabase, testDatabase } from '@/db/testing'
import { log } from '@/lib/kernel/log'

const TOKEN = 'a token that Prometheus brings'.replaceAll(' ', '-')
const SECRET = 'aBcDeFgHiJkLmNoPqRsTuVwXyZ012345'

let server: Server
let at = ''
let url = ''

beforeAll(async () => {
  log.level = 'silent'
  url = await databaseUrl(await testDatabase())
  const front = createFront(async (_, response) => void response.writeHead(404).end('none'), { development: false })
  ;({ server, at } = await serveFront(front))
  vi.stubEnv('METRICS_TOKEN', TOKEN)
})
afterAll(() => server.close())

async function metrics(token = TOKEN): Promise<{ status: number; lines: string[] }> {
  const answer = await fetch(`${at}/metrics`, { headers: { authorization: `Bearer ${token}` } })
  return { status: answer.status, lines: (await answer.text()).split('\n') }
}

test('only who brings the token is told, and of nobody’s own address', async () => {
  for (const path of [`/letters/${SECRET}`, '/api/postcodes/SW1A0AA', `/nothing/${SECRET}`, '/staff/letters']) {
    await fetch(at + path)
  }
  expect((await metrics('another')).status).toBe(404)
  expect((await fetch(`${at}/metrics`)).status).toBe(404)
  const { status, lines } = await metrics()
  expect(status).toBe(200)
  const requests = lines.filter((line) => line.startsWith('dear_mp_request_seconds_count'))
  expect(requests).toContain(
    'dear_mp_request_seconds_count{address="/(public)/letters/[token]",method="GET",status="4xx"} 1',
  )
  expect(requests.join()).not.toMatch(/SW1A|aBcD/i)
})

test('it is told how the installation stands, and that the database does not answer', async () => {
  const { lines } = await metrics()
  expect(lines).toEqual(
    expect.arrayContaining([
      'dear_mp_database_up 1',
      'dear_mp_migrations_pending 0',
      'dear_mp_worker_seen 0',
      'dear_mp_letters{state="queued"} 0',
      'dear_mp_journey_steps{step="confirmed"} 0',
    ]),
  )
  // What is looked at is kept for a while: later, another look.
  const later = performance.now() + 60_000
  vi.spyOn(performance, 'now').mockImplementation(() => later)
  await onDatabase(url, (sql) => sql`alter table figure_sums rename to figure_sums_away`)
  const { status, lines: then } = await metrics()
  expect([status, then.includes('dear_mp_database_up 0')]).toEqual([200, true])
  expect(then.filter((line) => line.startsWith('dear_mp_letters{'))).toEqual([])
})
