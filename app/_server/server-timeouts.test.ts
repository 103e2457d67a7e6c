import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { patience } from './server-timeouts'

/** The same proportions, a thousand times as fast. */
const quick = Object.fromEntries(Object.entries(patience).map(([name, ms]) => [name, ms / 1000])) as typeof patience
const server = createServer(quick, (request, response) => {
  request.on('error', () => undefined)
  request.resume().on('end', () => response.end('read'))
})
afterEach(() => {
  server.closeAllConnections()
})

/** Sends the beginning of a request and then a byte now and then; gives what comes until the connection ends. */
async function drip(beginning: string, byte: string): Promise<string> {
  if (!server.listening) await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(beginning)
  const dripping = setInterval(() => socket.writable && socket.write(byte), 3)
  return text(socket).finally(() => clearInterval(dripping))
}

test.each([
  ['headers', 'GET / HTTP/1.1\r\nX-Slow: ', 'x'],
  ['a body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n', 'x'],
  ['a body in chunks', 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n', '1\r\nx\r\n'],
])('a client that sends %s a byte at a time is told that it is late, and let go', async (_what, beginning, byte) => {
  expect(await drip(beginning, byte)).toMatch(/^HTTP\/1.1 408 /)
})

test('headers are due before the whole, and a kept connection outlives those of proxies', () => {
  expect(patience.headersTimeout).toBeLessThan(patience.requestTimeout)
  expect(patience.keepAliveTimeout).toBeGreaterThan(60_000)
})
