import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { env } from '@/lib/kernel/env'
import { isTrusted, readAddress } from '@/lib/kernel/network'

const HEADER = 'x-request-id'
/** What proxies make: a UUID, or so many digits. No text that says anything. */
const MADE_BY_PROXIES = /^(?=.*\d)[0-9a-f-]{16,64}$/i

/** The id by which the log names this request, and its answer too: that of a proxy that is believed, else one of our own. */
export function nameRequest(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers[HEADER]
  const id = typeof given === 'string' && MADE_BY_PROXIES.test(given) && isFromProxy(request) ? given : randomUUID()
  response.setHeader('X-Request-Id', id)
  return id
}

function isFromProxy({ socket }: IncomingMessage): boolean {
  const peer = readAddress(socket.remoteAddress ?? '')
  return peer !== null && isTrusted(peer, env().trustProxy)
}
