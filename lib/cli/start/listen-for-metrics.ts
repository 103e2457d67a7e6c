import { createServer } from 'node:http'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { answerMetrics } from '@/lib/metrics/answer'
import { composeMetrics, countProcess } from '@/lib/metrics/compose'
import { listenAt } from './listening'

/**
 * Answers Prometheus at `/metrics` on `METRICS_PORT`, where that is set; gives what ends it. Throws
 * {@link ExpectedFailure} where the port is taken.
 */
export async function listenForMetrics(ctx: Context): Promise<() => Promise<void>> {
  const { port, host } = ctx.env.metrics
  countProcess(ctx.env)
  if (port === null) return async () => {}
  const server = createServer((request, response) => {
    if (request.url?.split('?')[0] === '/metrics') void answerMetrics(request, response, () => composeMetrics(ctx))
    else response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n')
  })
  const listening = await listenAt(server, port, host).catch((error) => {
    if (!(error instanceof ExpectedFailure)) throw error
    throw new ExpectedFailure(`METRICS_PORT: ${error.message}`)
  })
  return async () => {
    server.closeAllConnections()
    await listening.close()
  }
}
