import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testDatabase } from '@/db/testing'
import { contextFor } from '@/lib/mailer/process-context'
import { setSwitch } from '@/lib/staff/set-switch'
import { createFront } from './front'

const server = createServer(
  (request, response) =>
    void createFront(async (_, answer) => void answer.end(), { development: false })(request, response),
)
let at = ''

beforeAll(async () => {
  await testDatabase()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  vi.stubEnv('PORT', `${port}`)
  at = `http://127.0.0.1:${port}`
})
afterAll(() => server.close())

const ask = async (path: string, method = 'GET') => {
  const { status, headers } = await fetch(at + path, { method, redirect: 'manual' })
  return [status, headers.get('location')]
}

test.each([
  ['/campaigns/Artsakh-Ceasefire', '/campaigns/artsakh-ceasefire'],
  ['/campaigns/ARTSAKH/?utm_source=A%20b', '/campaigns/artsakh?utm_source=A%20b'],
  ['/campaigns/artsakh/write/e14001172', '/campaigns/artsakh/write/E14001172'],
  ['/campaigns/ARTSAKH/write/e14001172/words?ref=x', '/campaigns/artsakh/write/E14001172/words?ref=x'],
  ['/campaigns/artsakh/from/e14001172?by=Ab', '/campaigns/artsakh/from/E14001172?by=Ab'],
  ['/campaigns/ARTSAKH/sent/Token-In_Both', '/campaigns/artsakh/sent/Token-In_Both'],
  ['/campaigns/ARTSAKH/map', '/campaigns/artsakh/map'],
  ['/embed/ARTSAKH', '/embed/artsakh'],
])('%s leads to %s', async (path, to) => {
  expect(await ask(path)).toEqual([308, to])
  expect(await ask(path, 'HEAD')).toEqual([308, to])
})

test.each([
  '/campaigns/artsakh',
  '/campaigns/artsakh/write/E14001172',
  '/CAMPAIGNS/artsakh',
  '/campaigns/ART_SAKH',
  '/campaigns/artsakh/Write',
  '/campaigns/artsakh/write/e1400117',
  '/letters/Token',
  '/staff/campaigns/ABC',
])('%s is left as it is', async (path) => {
  expect(await ask(path)).toEqual([200, null])
})

test('it does so before the pages of a pause, and answers no form', async () => {
  await setSwitch(contextFor({ kind: 'system' }), { name: 'sign-ups', on: false })
  expect(await ask('/campaigns/ARTSAKH')).toEqual([308, '/campaigns/artsakh'])
  expect((await ask('/campaigns/ARTSAKH', 'POST'))[0]).not.toBe(308)
})
