import { createServer, type Server } from 'node:http'
import compression from 'compression'
import next from 'next'
import { takeConnections } from '@/lib/cli/start/hand-connections'
import { listenAt } from '@/lib/cli/start/listening'
import { env } from '@/lib/kernel/env'
import { staticFiles } from './answer/static-files'
import { hostFault } from './caller/own-host'
import { connectionsOf } from './finish-connections'
import { createFront } from './front'
import { answerByFront } from './islands/render-page'
import { IDLE_MS, MOST_CONNECTIONS, patience } from './server-timeouts'

export type Manner = { development?: boolean; isOneOfSeveral?: boolean }

/**
 * Serves the pages, on the port or, as one of several, for the process that listens there. Gives what stops it: no new
 * requests, those under way are finished.
 */
export async function serve({ development = false, isOneOfSeveral = false }: Manner): Promise<() => Promise<void>> {
  const { port, host } = env()
  // Next listens to upgrades beside the front: it gets those alone that have passed it.
  const upgrades = createServer()
  const app = next({ dev: development, port, hostname: 'localhost', httpServer: upgrades })
  await app.prepare()
  const built = development ? {} : { serveFile: staticFiles('.next/static'), renderPage: answerByFront }
  const front = createFront(app.getRequestHandler(), { development, ...built })
  const compress = compression()
  const server = createServer(patience, (request, response) => {
    connections.answering(response)
    compress(
      request as Parameters<typeof compress>[0],
      response as Parameters<typeof compress>[1],
      () => void front(request, response),
    )
  })
  const connections = connectionsOf(server)
  server.maxConnections = MOST_CONNECTIONS
  if (!development) server.setTimeout(IDLE_MS)
  if (development) passUpgrades(server, upgrades)
  const listening = isOneOfSeveral ? takeConnections(server, MOST_CONNECTIONS) : await listenAt(server, port, host)
  return async () => {
    await connections.finish(listening)
    await app.close()
  }
}

/** Development's pages learn of a change by a connection of their own; no other upgrade is answered. */
function passUpgrades(server: Server, upgrades: Server): void {
  server.on('upgrade', (request, socket, head) => {
    if (hostFault(request) === null) upgrades.emit('upgrade', request, socket, head)
    else socket.destroy()
  })
}
