import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { vi } from 'vitest'

/**
 * Serves what a front answers on a free port of this machine, which the settings name as the product's own. To be called
 * before they are first read: only its own host is answered.
 */
export async function serveFront(
  front: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<{ server: Server; port: number; at: string }> {
  const server = createServer((request, response) => void front(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  vi.stubEnv('PORT', `${port}`)
  return { server, port, at: `http://127.0.0.1:${port}` }
}
