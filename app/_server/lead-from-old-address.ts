import type { IncomingMessage, ServerResponse } from 'node:http'
import { renamedTo } from '@/lib/content/renamed-campaigns'
import { contextFor } from '@/lib/mailer/process-context'
import { pathOf } from './path-of'

/** What is answered below a campaign's slug: its pages, its frames on other sites, its figures. */
const OF_CAMPAIGN = /^(\/(?:campaigns|embed|api\/campaigns)\/)([a-z0-9-]+)(?=\/|$)/

/**
 * Leads from an address that a campaign had while it was live to the same page at the one that it has, its query kept and a
 * posted form with it. Kept by no browser for good: the campaign may have its old address again. Gives `true` when the
 * answer is sent.
 */
export async function leadFromOldAddress(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const [matched, before, slug] = OF_CAMPAIGN.exec(pathOf(request)) ?? []
  if (!matched || !slug) return false
  const now = await renamedTo(contextFor({ kind: 'supporter' }), slug)
  if (now === null) return false
  const location = `${before}${now}${(request.url ?? '').slice(matched.length)}`
  const readByOthers = matched.startsWith('/api/') && { 'Access-Control-Allow-Origin': '*' }
  response.writeHead(308, { Location: location, 'Cache-Control': 'no-cache', ...readByOthers }).end()
  return true
}
