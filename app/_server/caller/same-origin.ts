import type { IncomingMessage } from 'node:http'

/**
 * Whether a form was sent from our own pages (OWASP, cross-site request forgery: verifying the
 * origin with standard headers). A browser that posts always names where from; a program that names
 * nothing has no one's cookies to misuse. `own` are the origins of our pages, whatever host the request names.
 */
export function isSameOrigin({ headers }: IncomingMessage, own: Set<string>): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const from = headers.origin ?? headers.referer
  if (from === undefined) return true
  if (!URL.canParse(from)) return false
  return own.has(new URL(from).origin)
}
