import { once } from 'node:events'
import { request as ask, type ClientRequest, createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createFront } from '@/app/_server/front'
import { mailEvents } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { MINUTE } from '@/lib/kernel/time/durations'
import { signedHeaders } from '@/lib/mailer/testing/sign-event'
import { POST } from './route'

const SECRET = vi.hoisted(() => {
  const secret = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`
  process.env.RESEND_WEBHOOK_SECRET = secret
  return secret
})

const PIECE = Buffer.alloc(64 * 1024, 'x')
const PIECES = 1024
const MOST = 256 * 1024
const small = JSON.stringify({ type: 'email.delivered', data: { email_id: 'made-up' } })
/** Signed with the right secret, but for another body than the one that comes. */
const signed = () => signedHeaders(small, SECRET)

const wellFormed: [string, () => Record<string, string>][] = [['signed for another body', signed]]
const illFormed: [string, () => Record<string, string>][] = [
  ['unsigned', () => ({})],
  ['with no id', () => ({ ...signed(), 'svix-id': '' })],
  ['with an id of 1,000 characters', () => ({ ...signed(), 'svix-id': 'x'.repeat(1000) })],
  ['with a signature that is none', () => ({ ...signed(), 'svix-signature': 'v1,none' })],
  ['with a signature of 5,000 characters', () => ({ ...signed(), 'svix-signature': 'v1,x '.repeat(1000) })],
  ['with no time', () => ({ ...signed(), 'svix-timestamp': '' })],
  ['with a time in words', () => ({ ...signed(), 'svix-timestamp': 'now' })],
  ['of six minutes ago', () => signedHeaders(small, SECRET, { at: new Date(Date.now() - 6 * MINUTE) })],
]

beforeAll(() => testDatabase())

describe('of 64 MB that do not say how many they are, the handler reads', () => {
  /** The request as a stream of pieces, and how many of its bytes were taken. */
  function streamed(headers: Record<string, string>) {
    let taken = 0
    const body = new ReadableStream(
      {
        pull(controller) {
          if (taken >= PIECES * PIECE.length) return controller.close()
          taken += PIECE.length
          controller.enqueue(PIECE)
        },
      },
      { highWaterMark: 0 },
    )
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
    return { request: new Request('http://localhost/api/mail-events', init), taken: () => taken }
  }

  test.each(illFormed)('nothing where it is %s', async (_what, headers) => {
    const { request, taken } = streamed(headers())
    expect((await POST(request)).status).toBe(401)
    expect(taken()).toBe(0)
  })

  test.each(wellFormed)('one piece above the limit where it is %s', async (_what, headers) => {
    const { request, taken } = streamed(headers())
    expect((await POST(request)).status).toBe(413)
    expect(taken()).toBe(MOST + PIECE.length)
  })

  test('nothing where its length is said and above the limit', async () => {
    const { request, taken } = streamed({ ...signed(), 'content-length': String(MOST + 1) })
    expect((await POST(request)).status).toBe(413)
    expect(taken()).toBe(0)
  })
})

describe('behind the front', () => {
  let received = 0
  const front = createFront(
    async (request, response) => {
      const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as [string, string])
      const body = Readable.toWeb(request) as ReadableStream
      const asked = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
      const answer = await POST(new Request('http://localhost/api/mail-events', asked))
      response.writeHead(answer.status).end(await answer.text())
    },
    { development: false },
  )
  const server = createServer((request, response) => void front(request, response))
  server.on('connection', (socket) => socket.on('close', () => (received += socket.bytesRead)))

  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const posting = (headers: Record<string, string>) =>
    ask({
      port: (server.address() as AddressInfo).port,
      host: '127.0.0.1',
      path: '/api/mail-events',
      method: 'POST',
      // Only its own host is answered.
      headers: { ...headers, host: 'localhost:3000' },
    })

  /** Posts pieces until the connection is ended; gives the answer's status, and the bytes that arrived. */
  async function flood(headers: Record<string, string>): Promise<{ status: number | undefined; received: number }> {
    received = 0
    const asking = posting(headers)
    let ended = false
    asking.on('close', () => (ended = true))
    const status = statusOf(asking)
    for (let piece = 0; piece < PIECES && !ended; piece++) {
      if (!asking.write(PIECE)) await Promise.race([once(asking, 'drain').catch(() => undefined), sleep(20)])
    }
    asking.destroy()
    const answered = await status
    while (received === 0) await sleep(5)
    return { status: answered, received }
  }

  test.each([...illFormed.slice(0, 1), ...wellFormed])(
    '64 MB that come %s are not read to their end, and the connection is closed',
    async (_what, headers) => {
      const flooded = await flood(headers())
      // What the machine's own buffers hold has arrived as well; the answer can be lost with the connection.
      expect(flooded.received).toBeLessThan(16 * 1024 * 1024)
      expect([401, 413, undefined]).toContain(flooded.status)
    },
  )

  test('an event that is signed is taken as ever', async () => {
    const asking = posting({ ...signed(), 'content-type': 'application/json' })
    const status = statusOf(asking)
    asking.end(small)
    expect(await status).toBe(200)
    expect(await (await testDatabase()).$count(mailEvents)).toBe(1)
  })
})

function statusOf(asking: ClientRequest): Promise<number | undefined> {
  return new Promise((answered) => {
    asking.on('response', (response: IncomingMessage) => {
      response.resume()
      answered(response.statusCode)
    })
    asking.on('error', () => undefined)
    asking.on('close', () => answered(undefined))
  })
}
