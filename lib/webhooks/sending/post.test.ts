import { once } from 'node:events'
import { createServer } from 'node:https'
import type { LookupFunction } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { tryName } from '@/lib/webhooks/address/try-name'
import { type Manner, playReceiver } from '@/lib/webhooks/testing'
import { postWebhook, type Sending } from './post'

let receiver: Awaited<ReturnType<typeof playReceiver>>
beforeAll(async () => {
  receiver = await playReceiver()
})
afterAll(() => receiver.close())
beforeEach(() => receiver.received.splice(0))

const never = new AbortController().signal

function post(url: string, sending: Sending & { signal?: AbortSignal } = {}) {
  return postWebhook({
    env: { isOnLocalhost: true },
    url,
    headers: { 'webhook-id': 'msg_1' },
    body: '{"a":1}',
    signal: never,
    ...sending,
  })
}

function postTo(manner: Manner, sending?: Sending) {
  receiver.manner = manner
  return post(receiver.url, sending)
}

/** A look-up whose answers are played, one after the other; it counts how often it is asked. */
function playLookup(...answers: string[][]) {
  let asked = 0
  const lookup: LookupFunction = (_name, _options, callback) => {
    const found = answers[Math.min(asked, answers.length - 1)] ?? []
    asked += 1
    callback(
      null,
      found.map((address) => ({ address, family: 4 })),
    )
  }
  return { lookup, asked: () => asked }
}

describe('a post', () => {
  test.each([200, 201, 204, 299])('that is answered with %i has arrived', async (status) => {
    expect(await postTo({ status })).toMatchObject({ status, fault: null })
    expect(receiver.received).toMatchObject([{ body: '{"a":1}', headers: { 'webhook-id': 'msg_1' } }])
  })

  test.each([
    [500, 'status'],
    [400, 'status'],
    [429, 'status'],
    [410, 'gone'],
    [304, 'redirect'],
  ])('that is answered with %i has not', async (status, fault) => {
    expect(await postTo({ status })).toMatchObject({ status, fault })
  })

  test.each([301, 302, 303, 307, 308])(
    'does not follow a redirect (%i), least of all to this machine',
    async (status) => {
      const inside = await playReceiver()
      expect(await postTo({ status, headers: { location: inside.url } })).toMatchObject({ status, fault: 'redirect' })
      expect(inside.received).toEqual([])
      await inside.close()
    },
  )

  test('reads of a refusal the beginning', async () => {
    expect(await postTo({ status: 422, body: 'No such list' })).toMatchObject({
      fault: 'status',
      answer: 'No such list',
    })
    const posted = await postTo('flood')
    expect(posted).toMatchObject({ status: 500, fault: 'status' })
    expect(posted.answer).toHaveLength(2048)
  })

  test('does not wait for one that never answers, nor for headers that drip', async () => {
    expect(await postTo('never', { withinMs: 300 })).toMatchObject({ status: null, fault: 'timeout' })
    expect(await postTo('drip-headers', { withinMs: 300 })).toMatchObject({ status: null, fault: 'timeout' })
  })

  test('takes of an answer that drips what came in time', async () => {
    const posted = await postTo('drip', { withinMs: 500 })
    expect(posted).toMatchObject({ status: 500, fault: 'status' })
    expect(posted.answer).toMatch(/^\.+$/)
  })

  test('says what went wrong on the way', async () => {
    expect(await postTo('close')).toMatchObject({ status: null, fault: 'connection' })
    expect(await postTo('garbled')).toMatchObject({ status: null, fault: 'unreadable' })
    expect(await post('http://127.0.0.1:1/')).toMatchObject({ status: null, fault: 'connection' })
    const missing: LookupFunction = (_name, _options, callback) =>
      callback(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), [])
    expect(await post('https://no.example/', { lookup: missing })).toMatchObject({ status: null, fault: 'dns' })
  })

  test('that is broken off throws: nobody knows how it would have ended', async () => {
    const stop = new AbortController()
    receiver.manner = 'never'
    const posting = post(receiver.url, { signal: stop.signal })
    await expect.poll(() => receiver.received.length).toBe(1)
    stop.abort()
    await expect(posting).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('by TLS', () => {
  test('one that does not speak it, or shows a certificate that nobody vouches for, gets nothing', async () => {
    expect(await post(`https://localhost:${receiver.port}/`)).toMatchObject({ status: null, fault: 'tls' })
    const { default: selfSigned } = await import('smtp-server/lib/tls-options.js')
    let requests = 0
    const server = createServer(selfSigned({}), () => {
      requests += 1
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    expect(await post(`https://127.0.0.1:${port}/`)).toMatchObject({ status: null, fault: 'tls' })
    expect(requests).toBe(0)
    server.close()
  })
})

describe('where a name leads is judged as the connection is made:', () => {
  test('to this machine, nothing is sent, also when the name led elsewhere a moment before', async () => {
    const { lookup, asked } = playLookup(['8.8.8.8'], ['127.0.0.1'])
    // As when it was added: then it led to a public address.
    await tryName({ url: new URL('https://rebinding.example/'), hostname: 'rebinding.example', isOwn: false }, lookup)
    // Had it been tried, it would have been refused by the machine: 'connection'.
    expect(await post('https://rebinding.example/', { lookup })).toMatchObject({ status: null, fault: 'address' })
    expect(asked()).toBe(2)
  })

  test('a name of which one address of several is private is not tried at all', async () => {
    const { lookup } = playLookup(['8.8.8.8', '192.168.1.1'])
    expect(await post('https://mixed.example/', { lookup })).toMatchObject({ status: null, fault: 'address' })
  })

  test('what an answer gave is what is connected to: no second look-up could differ', async () => {
    const { lookup, asked } = playLookup(['127.0.0.1'], ['8.8.8.8'])
    receiver.manner = { status: 200 }
    expect(await post(`http://localhost:${receiver.port}/`, { lookup })).toMatchObject({ status: 200, fault: null })
    expect(asked()).toBe(1)
    expect(receiver.received).toHaveLength(1)
  })

  test('localhost that leads away from this machine is refused as well', async () => {
    const { lookup } = playLookup(['8.8.8.8'])
    expect(await post(`http://localhost:${receiver.port}/`, { lookup })).toMatchObject({ fault: 'address' })
    expect(receiver.received).toEqual([])
  })

  test.each(['https://10.0.0.1/', 'https://[::ffff:127.0.0.1]/', 'http://example.org/', 'https://user@example.org/'])(
    'an address that could not be added (%s) is not posted to either',
    async (url) => {
      expect(await post(url)).toMatchObject({ status: null, fault: 'address' })
    },
  )
})
