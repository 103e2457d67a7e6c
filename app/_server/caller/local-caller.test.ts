import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { isLocalCaller } from './local-caller'

function isLocal(peer: string, headers: Record<string, string> = {}): boolean {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: peer })
  const request = new IncomingMessage(socket)
  Object.assign(request.headers, headers)
  return isLocalCaller(request)
}

test('a caller is local on loopback alone', () => {
  for (const peer of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) expect(isLocal(peer)).toBe(true)
  for (const peer of ['10.0.0.1', '172.17.0.1', '203.0.113.7', 'fe80::1', '2001:db8::1', '']) {
    expect(isLocal(peer)).toBe(false)
  }
})

test.each([
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
  'forwarded',
  'via',
  'x-real-ip',
  'cf-connecting-ip',
  'true-client-ip',
  'x-original-forwarded-for',
])('a proxy on this machine makes nobody local who comes through it (%s)', (header) => {
  expect(isLocal('127.0.0.1', { [header]: '127.0.0.1' })).toBe(false)
  expect(isLocal('127.0.0.1', { [header]: '' })).toBe(false)
})

test('a browser’s own headers take nothing away', () => {
  expect(isLocal('::1', { host: 'localhost:3000', origin: 'http://localhost:3000', 'x-requested-with': 'x' })).toBe(
    true,
  )
})

describe('to strangers', () => {
  afterEach(() => vi.unstubAllEnvs())

  /** What is open to a caller, with these settings. */
  async function open(isLocal: boolean, settings: Record<string, string>) {
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
    vi.resetModules()
    const { newExchange, withExchange } = await import('@/app/_server/exchange')
    const { limitsLifted } = await import('./limit-caller')
    const { mailboxIsOpen } = await import('./mailbox-is-open')
    return withExchange(newExchange({ isLocal }), () => ({ limits: limitsLifted(), mailbox: mailboxIsOpen() }))
  }

  test('neither the local mailbox nor LIMITS=off is open', async () => {
    expect(await open(false, { LIMITS: 'off' })).toEqual({ limits: false, mailbox: false })
    expect(await open(true, { LIMITS: 'off' })).toEqual({ limits: true, mailbox: true })
    expect(await open(true, { LIMITS: 'on' })).toEqual({ limits: false, mailbox: true })
    const mailed = { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'letters@example.org' }
    expect(await open(true, mailed)).toEqual({ limits: false, mailbox: false })
  })
})
