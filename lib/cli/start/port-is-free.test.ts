import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { portIsFree } from './listening'

test.each(['127.0.0.1', undefined])(
  'a port that another program listens on is named in one line (%s)',
  async (host) => {
    const other = createServer().listen({ port: 0, host })
    await once(other, 'listening')
    const address = other.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    await expect(portIsFree(port)).rejects.toThrow(`Port ${port} is taken by another program.`)
    other.close()
    await once(other, 'close')
    await portIsFree(port)
  },
)
