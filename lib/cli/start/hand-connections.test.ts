import { EventEmitter, once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, createServer as createNetServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { takeConnections } from './hand-connections'

const open: { close(): unknown }[] = []
afterEach(() => {
  for (const each of open.splice(0)) each.close()
})

/** A web process's server, a port whose connections are handed to it, and what it said of them. */
async function handedTo(answer: (end: () => void) => void) {
  const server = createServer((_, response) => answer(() => response.end('here')))
  const said: unknown[] = []
  const first = Object.assign(new EventEmitter(), { send: (word: unknown) => said.push(word) > 0 })
  const listening = takeConnections(server, 2, first as unknown as NodeJS.Process)
  const port = createNetServer({ pauseOnConnect: true }, (socket) => first.emit('message', 'connection', socket))
  open.push(port)
  await once(port.listen(0, '127.0.0.1'), 'listening')
  const visit = async (sends: string): Promise<Socket> => {
    const visitor = connect((port.address() as AddressInfo).port, '127.0.0.1')
    await once(visitor, 'connect')
    visitor.write(sends)
    return visitor
  }
  return { server, said, listening, visit }
}

const REQUEST = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'

test('a connection that was handed on is answered, and said to be taken', async () => {
  const { said, visit } = await handedTo((end) => end())
  const visitor = await visit(REQUEST)
  expect(String((await once(visitor, 'data'))[0])).toMatch(/^HTTP\/1\.1 200 OK/)
  expect(said).toEqual(['ready', 'taken'])
  visitor.destroy()
})

test('those that are idle are closed as by a server that listens itself, and then it has ended', async () => {
  const { server, listening, visit } = await handedTo((end) => end())
  const visitor = await visit(REQUEST)
  await once(visitor, 'data')
  const ended = listening.close()
  server.closeIdleConnections()
  await Promise.all([ended, once(visitor, 'close')])
})

test('those under way are waited for, and can be broken off', async () => {
  const { server, listening, visit } = await handedTo(() => {})
  const asked = once(server, 'request')
  const visitor = await visit(REQUEST)
  await asked
  let hasEnded = false
  const ended = listening.close().then(() => (hasEnded = true))
  server.closeIdleConnections()
  await new Promise(setImmediate)
  expect(hasEnded).toBe(false)
  visitor.on('error', () => {})
  server.closeAllConnections()
  await ended
})

test('more than it may have are closed', async () => {
  const { visit } = await handedTo(() => {})
  const [one, two] = [await visit(REQUEST), await visit(REQUEST)]
  const third = await visit('')
  third.on('error', () => {})
  await once(third, 'close')
  expect([one.destroyed, two.destroyed]).toEqual([false, false])
  for (const each of [one, two]) each.destroy()
})
