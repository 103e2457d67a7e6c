import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { serverVersion } from './server-version'

test('a server that is no PostgreSQL is given up on in time', async () => {
  const other = createServer((socket) => socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(
    0,
    '127.0.0.1',
  )
  await once(other, 'listening')
  const address = other.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  await expect(serverVersion(`postgres://user@127.0.0.1:${port}/name`, 1)).rejects.toMatchObject({
    code: 'CONNECT_TIMEOUT',
  })
  other.close()
})
