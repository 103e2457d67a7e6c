import { once } from 'node:events'
import { Agent, createServer, get, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { connectionsOf } from './finish-connections'

test.each([
  ['whose headers have not gone', false, 'close'],
  ['whose headers have gone', true, 'keep-alive'],
])('an answer under way, %s, is given whole, and its connection holds nothing up', async (_, hasBegun, connection) => {
  const under: ServerResponse[] = []
  const server = createServer((_request, response) => {
    connections.answering(response)
    if (hasBegun) response.write('first ')
    under.push(response)
  })
  const connections = connectionsOf(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true })
  const answered = once(get({ port, host: '127.0.0.1', agent }), 'response')
  await expect.poll(() => under.length).toBe(1)
  const began = performance.now()
  const finished = connections.finish({ close: () => new Promise((done) => server.close(() => done())) })
  under[0]?.end('last')
  const [response] = await answered
  let text = ''
  for await (const part of response) text += part
  await finished
  // Far below what cuts it.
  expect(performance.now() - began).toBeLessThan(5000)
  expect([text, response.headers.connection]).toEqual([hasBegun ? 'first last' : 'last', connection])
  agent.destroy()
})
