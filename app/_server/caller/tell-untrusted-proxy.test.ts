import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { settings } from '@/db/schema/settings'
import { readNetworks, type TrustedProxies } from '@/lib/kernel/network'
import { MINUTE } from '@/lib/kernel/time/durations'
import { unbelieved } from './tell-untrusted-proxy'

function requestFrom(peer: string, headers: Record<string, string>): IncomingMessage {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: peer })
  return Object.assign(new IncomingMessage(socket), { headers })
}

const FOR = { 'x-forwarded-for': '198.51.100.77' }
const loopback: TrustedProxies = { networks: readNetworks('loopback') ?? [] }

test.each<[string, string, Record<string, string>, TrustedProxies | null, ReturnType<typeof unbelieved>]>([
  ['nothing says that it was passed on', '203.0.113.7', { host: 'a' }, null, null],
  ['none is named, on this machine', '::ffff:127.0.0.1', FOR, null, { peer: 'this-machine', unread: false }],
  ['none is named, on a private network', '172.17.0.1', FOR, null, { peer: 'private-network', unread: false }],
  ['none is named, from anywhere', '2001:db8::1', FOR, null, { peer: 'internet', unread: false }],
  ['by Forwarded', '::1', { forwarded: 'for=1.2.3.4' }, null, { peer: 'this-machine', unread: false }],
  ['by X-Real-IP', '10.0.0.1', { 'x-real-ip': '1.2.3.4' }, null, { peer: 'private-network', unread: false }],
  ['the one that is named', '127.0.0.1', FOR, loopback, null],
  ['as many as there are', '10.0.0.1', FOR, { hops: 1 }, null],
  ['another than is named', '10.0.0.1', FOR, loopback, { peer: 'private-network', unread: false }],
  ['many in a row, but the last is not near', '203.0.113.7', FOR, { hops: 1 }, { peer: 'internet', unread: false }],
  [
    'the named one, in another header',
    '::1',
    { 'x-real-ip': '1.2.3.4' },
    loopback,
    { peer: 'this-machine', unread: true },
  ],
  [
    'the named one, with an empty header',
    '::1',
    { 'x-forwarded-for': '' },
    loopback,
    { peer: 'this-machine', unread: true },
  ],
  ['a connection that is gone', '', FOR, null, null],
])('%s', (_what, peer, headers, trusted, found) => {
  expect(unbelieved(requestFrom(peer, headers), trusted)).toEqual(found)
})

afterEach(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** The module as a new process has it, with its log. */
async function freshProcess() {
  vi.resetModules()
  const { log } = await import('@/lib/kernel/log')
  const db = await import('@/db/testing').then(({ testDatabase }) => testDatabase())
  const { tellUnbelieved } = await import('./tell-untrusted-proxy')
  const warned = vi.spyOn(log, 'warn').mockImplementation(() => {})
  return { tellUnbelieved, warned, db }
}

test('however many come, one line is logged, no address of a visitor is in it, and one row an hour is written', async () => {
  const { tellUnbelieved, warned, db } = await freshProcess()
  await db.delete(settings)
  const transactions = vi.spyOn(db, 'transaction')
  const writes = () => transactions.mock.calls.length
  for (let each = 0; each < 300; each++) {
    tellUnbelieved(requestFrom('10.0.0.1', { 'x-forwarded-for': `198.51.100.${each}`, [`cf-${each}`]: 'zuleika' }))
    tellUnbelieved(requestFrom('203.0.113.7', { forwarded: `for=198.51.100.${each}` }))
  }
  expect(warned.mock.calls).toEqual([
    [{ peer: 'private-network', unread: false }, expect.stringMatching(/set TRUST_PROXY/)],
  ])
  expect(warned.mock.calls[0]?.[1]).toMatch(/If a proxy of yours stands in front.* share one limit.* If none does/)
  expect(JSON.stringify(warned.mock.calls)).not.toMatch(/\d+\.\d+|zuleika/)
  await vi.waitFor(async () => expect(await rows()).toHaveLength(1), { timeout: 120_000 })
  await vi.waitFor(async () => expect(Object.keys((await rows())[0]?.value as object)).toHaveLength(2), {
    timeout: 120_000,
  })
  expect(writes()).toBe(2)
  expect(JSON.stringify(await rows())).not.toMatch(/198\.51|10\.0\.0|203\.0|zuleika/)

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61 * MINUTE })
  for (let each = 0; each < 3; each++) tellUnbelieved(requestFrom('10.0.0.1', FOR))
  expect(writes()).toBe(3)
  expect(warned).toHaveBeenCalledTimes(1)

  function rows() {
    return db.select().from(settings).where(eq(settings.name, 'unbelieved_proxies'))
  }
})

test('a request is answered though nothing can be written down, and the next is written down', async () => {
  const { tellUnbelieved, db } = await freshProcess()
  const { log } = await import('@/lib/kernel/log')
  const failed = vi.spyOn(log, 'error').mockImplementation(() => {})
  const transactions = vi.spyOn(db, 'transaction').mockImplementationOnce(() => {
    throw new Error('Planted.')
  })
  tellUnbelieved(requestFrom('10.0.0.1', FOR))
  await vi.waitFor(() => expect(failed).toHaveBeenCalledTimes(1), { timeout: 120_000 })
  tellUnbelieved(requestFrom('10.0.0.1', FOR))
  expect(transactions).toHaveBeenCalledTimes(2)
  await Promise.all(transactions.mock.results.map(({ value }) => value))
})
