import type { IncomingMessage, ServerResponse } from 'node:http'
import { pathOf } from './path-of'
import { meantPath } from './routes/kind'

/**
 * Leads from an address whose slug or seat's code is written in another case to the right one, its query kept: people
 * type addresses, and a QR code or a letterhead prints them in capitals. Gives `true` when the answer is sent.
 */
export function leadToMeantAddress(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const path = pathOf(request)
  const meant = meantPath(path)
  if (meant === null) return false
  response.writeHead(308, { Location: meant + (request.url ?? '').slice(path.length) }).end()
  return true
}
