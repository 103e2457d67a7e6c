import type { IncomingMessage, ServerResponse } from 'node:http'
import onHeaders from 'on-headers'

/**
 * Ends the connection behind an answer that is given before the request's body has come whole: Node would otherwise
 * read the rest, however much it is, only to drop it.
 */
export function endUnread(request: IncomingMessage, response: ServerResponse): void {
  const { 'content-length': length = '0', 'transfer-encoding': encoding } = request.headers
  if (length === '0' && encoding === undefined) return
  onHeaders(response, () => {
    // One that was cut off ends with its own connection.
    if (!request.complete && !request.destroyed) response.setHeader('Connection', 'close')
  })
}
