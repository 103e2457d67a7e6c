import type { IncomingMessage, ServerResponse } from 'node:http'
import { traced } from '@/lib/kernel/traces'
import { pathOf } from './path-of'
import { patternOf } from './routes/pattern'

/** Answers a request as a span: by the kind of its address, which holds nothing of anybody. */
export function tracedRequest(
  request: IncomingMessage,
  response: ServerResponse,
  answer: () => Promise<void>,
): Promise<void> {
  const [method, path] = [request.method ?? '', pathOf(request)]
  return traced({ name: `${method} answered`, kind: 'server' }, async (told) => {
    await answer()
    told.set(() => ({
      'http.request.method': method,
      'http.route': patternOf(path),
      'http.response.status_code': response.statusCode,
      'dear_mp.request_id': String(response.getHeader('x-request-id') ?? ''),
    }))
  })
}
