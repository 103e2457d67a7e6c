import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '@/lib/kernel/log'
import { pathOf } from './path-of'
import { areaOf, isProbe } from './routes/area'
import { patternOf } from './routes/pattern'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/**
 * Writes one line into the log when a request is over: what kind of address it was of (a path can be a person's own link),
 * what came of it, in how many milliseconds and bytes. Nothing of who asked. Files of the build and probes, of which there
 * are many and which tell nothing, are there at the level `debug`.
 */
export function logRequest(request: IncomingMessage, response: ServerResponse): void {
  const began = performance.now()
  const { socket, method = '' } = request
  const path = pathOf(request)
  const sentBefore = socket.bytesWritten
  const level = isProbe(path) || areaOf(path) === 'next' ? 'debug' : 'info'
  response.once('close', () => {
    log[level](
      {
        method: METHODS.has(method) ? method : 'other',
        address: patternOf(path),
        status: response.headersSent ? response.statusCode : null,
        ms: Math.round(performance.now() - began),
        bytes: socket.bytesWritten - sentBefore,
      },
      response.writableFinished ? 'Answered' : 'Broken off',
    )
  })
}
