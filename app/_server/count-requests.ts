import type { IncomingMessage, ServerResponse } from 'node:http'
import { env } from '@/lib/kernel/env'
import { requestSeconds } from '@/lib/kernel/metrics'
import { SECOND } from '@/lib/kernel/time/durations'
import { pathOf } from './path-of'
import { patternOf } from './routes/pattern'

const METHODS = ['GET', 'POST', 'HEAD']

/** Counts how long an answer takes, where metrics are wanted: by the address of its page, which holds nothing of a person. */
export function countRequest(request: IncomingMessage, response: ServerResponse): void {
  const { port, token } = env().metrics
  if (port === null && token === null) return
  const began = performance.now()
  response.once('close', () => {
    const path = pathOf(request)
    const method = request.method ?? ''
    requestSeconds.observe(
      {
        address: patternOf(path),
        method: METHODS.includes(method) ? method : 'other',
        status: response.headersSent ? `${Math.floor(response.statusCode / 100)}xx` : 'broken off',
      },
      (performance.now() - began) / SECOND,
    )
  })
}
