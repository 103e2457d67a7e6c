import type { Server, ServerResponse } from 'node:http'
import onHeaders from 'on-headers'
import { SECOND } from '@/lib/kernel/time/durations'

/** So long what is under way may take; then its connection is cut. */
const GRACE_MS = 8 * SECOND
const LOOK_MS = 100

/**
 * Ends a server's connections with what is under way on them: a browser keeps its own, and would hold up the end until it
 * is cut. `answering` is called with each response as its request comes, `finish` once, with what ends the listening.
 */
export function connectionsOf(server: Server): {
  answering(response: ServerResponse): void
  finish(listening: { close(): Promise<void> }): Promise<void>
} {
  let finishing = false
  return {
    answering: (response) =>
      onHeaders(response, () => {
        if (finishing) response.setHeader('Connection', 'close')
      }),
    async finish(listening) {
      finishing = true
      const closed = listening.close()
      server.closeIdleConnections()
      // An answer whose headers had gone by then leaves its connection idle.
      const look = setInterval(() => server.closeIdleConnections(), LOOK_MS)
      const force = setTimeout(() => server.closeAllConnections(), GRACE_MS)
      await closed
      clearInterval(look)
      clearTimeout(force)
    },
  }
}
