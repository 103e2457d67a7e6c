import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { postWebhook } from '@/lib/webhooks/sending/post'
import { resolvingLookup } from './resolve-name'

const POOL = 4

test('names whose servers never answer keep nothing else in the process waiting', async () => {
  const server = createSocket('udp4').bind(0, '127.0.0.1')
  await once(server, 'listening')
  const resolver = new Resolver({ tries: 1, timeout: 60_000 })
  resolver.setServers([`127.0.0.1:${server.address().port}`])
  const asked = once(server, 'message')
  const stop = new AbortController()
  const posts = Array.from({ length: 2 * POOL }, (_, count) =>
    postWebhook({
      env: { isOnLocalhost: true },
      url: `https://silent-${count}.example/`,
      headers: {},
      body: '',
      signal: stop.signal,
      lookup: resolvingLookup(resolver),
      withinMs: 60_000,
    }).catch((error: Error) => error.name),
  )
  await asked
  // What needs a thread of the pool gets one while all of them wait.
  expect(await readFile(import.meta.filename, 'utf8')).toContain('silent')
  stop.abort()
  expect(await Promise.all(posts)).toEqual(posts.map(() => 'AbortError'))
  resolver.cancel()
  server.close()
})

test('a name that has no address is said to have none', async () => {
  const server = createSocket('udp4').bind(0, '127.0.0.1')
  await once(server, 'listening')
  // The same question back, as an answer by which there is no such name (RFC 1035 section 4.1.1).
  server.on('message', (question, { port, address }) => {
    const answer = Buffer.from(question)
    answer[2] = 0x81
    answer[3] = 0x83
    server.send(answer, port, address)
  })
  const resolver = new Resolver({ tries: 1, timeout: 5000 })
  resolver.setServers([`127.0.0.1:${server.address().port}`])
  const lookup = resolvingLookup(resolver)
  const env = { isOnLocalhost: true }
  const { signal } = new AbortController()
  expect(await postWebhook({ env, url: 'https://none.example/', headers: {}, body: '', signal, lookup })).toMatchObject(
    {
      status: null,
      fault: 'dns',
    },
  )
  server.close()
})

test('localhost is found', async () => {
  const found = await new Promise((resolve) => {
    resolvingLookup()('localhost', { all: true }, (_error, addresses) => resolve(addresses))
  })
  expect(found).toContainEqual({ address: '127.0.0.1', family: 4 })
})
