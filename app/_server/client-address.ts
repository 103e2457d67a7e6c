import type { IncomingMessage } from 'node:http'

/**
 * Where a request came from: the socket's address, or, behind `trusted` proxies of one's own, what
 * the outermost of them wrote into X-Forwarded-For (its entries are counted from the right).
 */
export function clientAddress(request: IncomingMessage, trusted: number): string {
  const direct = request.socket.remoteAddress ?? ''
  if (trusted === 0) return subnet(direct)
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return subnet(forwarded.at(-trusted) ?? forwarded[0] ?? direct)
}

/** A household's IPv6 addresses share their first 64 bits (RFC 6177): one limit for all of them. */
function subnet(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address.replace(/^::ffff:/, '')
  const [head = '', tail = ''] = address.split('::')
  const first = head.split(':')
  const missing = 8 - first.length - (tail ? tail.split(':').length : 0)
  return [...first, ...Array(Math.max(missing, 0)).fill('0')].slice(0, 4).join(':')
}
