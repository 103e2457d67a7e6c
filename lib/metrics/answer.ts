import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '@/lib/kernel/log'

/** As Prometheus asks for it: https://prometheus.io/docs/instrumenting/exposition_formats/ */
const TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/** Answers with what `compose` gives, to whoever reads; 503 where it cannot be told. */
export async function answerMetrics(
  request: IncomingMessage,
  response: ServerResponse,
  compose: () => Promise<string>,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end()
    return
  }
  try {
    const text = await compose()
    response.writeHead(200, { 'Content-Type': TYPE, 'Cache-Control': 'no-store' }).end(text)
  } catch (error) {
    log.error({ err: error }, 'The metrics could not be told')
    response
      .writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8' })
      .end('The metrics cannot be told just now\n')
  }
}
