import type { IncomingMessage, ServerResponse } from 'node:http'
import { sourceOf } from '@/lib/figures/sources/source'
import { env } from '@/lib/kernel/env'
import { pageAt } from './routes/kind'

/**
 * Leads a page that was asked for by a frame of another site to itself with that site's host in its address. The page is
 * made once for everyone, and its form leads out of the frame: without scripts nothing else would tell where a letter
 * came from. Gives `true` when the answer is sent.
 */
export function nameSiteAround(request: IncomingMessage, response: ServerResponse): boolean {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
  const { kind } = pageAt(path)
  if (!kind.framed || !kind.visit) return false
  const parameters = new URLSearchParams(query)
  if (parameters.has('ref')) return false
  const { referrer } = sourceOf(path, request.headers.referer, env().appUrl)
  if (referrer === '') return false
  parameters.set('ref', referrer)
  response.writeHead(302, { Location: `${path}?${parameters}`, 'Cache-Control': 'no-store', Vary: 'Referer' }).end()
  return true
}
