// State: one copy in a process.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { findCampaign } from '@/lib/content/find-campaign'
import { findSeat } from '@/lib/directory/seats'
import { countVisit, type Visit } from '@/lib/figures/counting/visits'
import { readSource } from '@/lib/figures/sources/source'
import { env } from '@/lib/kernel/env'
import { MINUTE, SECOND } from '@/lib/kernel/time/durations'
import { contextFor } from '@/lib/mailer/process-context'
import { limitsLifted } from './caller/limit-caller'
import { ownOrigins } from './caller/own-host'
import { isSameOrigin } from './caller/same-origin'
import { isCounted } from './count-visits'
import type { Exchange } from './exchange'
import { pathOf } from './path-of'
import { type Kind, pageAt } from './routes/kind'

/** Where the script of a page that is the same for everyone tells that it was visited (components/figures/tell-visit.ts). */
export const VISITS = '/api/visits'

/** For one address on the network, in a minute: some share one, and a page is looked at more than once. */
const MOST_A_MINUTE = 300
/** So many addresses are counted at a time, in this process. */
const MOST_ADDRESSES = 20_000
const told = new LRUCache<string, number>({ max: MOST_ADDRESSES, ttl: MINUTE, perf: Date })

/**
 * Counts the visit that a page's own script tells of, where a cache in front answers for us. The address says it all: the
 * page, and where its visitor came from; what is sent beside it is not read. What is no page of ours that counts, or a
 * program's, is answered likewise and not counted. Gives `true` when the answer is sent.
 */
export async function answerVisit(
  request: IncomingMessage,
  response: ServerResponse,
  exchange: Exchange,
): Promise<boolean> {
  if (pathOf(request) !== VISITS) return false
  response.setHeader('Cache-Control', 'no-store')
  // A frame in a sandbox reads nothing of it, but for that it is there.
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
  const query = new URLSearchParams((request.url ?? '').slice(VISITS.length))
  const { kind, values } = pageAt(query.get('page') ?? '')
  if (request.method !== 'POST') response.writeHead(405, { Allow: 'POST' })
  else if (!isFromPage(request, kind)) response.writeHead(403)
  else if (!takesTurn(exchange)) response.writeHead(429, { 'Retry-After': MINUTE / SECOND })
  else {
    const visit = isCounted(request) ? await visitOf(kind, values) : null
    if (visit && env().sharedCache) countVisit({ ...visit, source: readSource(query) })
    response.writeHead(204)
  }
  response.end()
  return true
}

/** A sandbox around a frame takes away the name of its page's origin. */
function isFromPage(request: IncomingMessage, { framed }: Kind): boolean {
  return isSameOrigin(request, ownOrigins()) || (framed === true && request.headers.origin === 'null')
}

function takesTurn(exchange: Exchange): boolean {
  if (limitsLifted(exchange)) return true
  const turns = (told.get(exchange.clientAddress) ?? 0) + 1
  told.set(exchange.clientAddress, turns, { noUpdateTTL: true })
  return turns <= MOST_A_MINUTE
}

/** What is counted for a page; `null` where there is no such page, or another tells of its visits. All is in memory. */
async function visitOf(
  { cached, visit }: Kind,
  { slug = null, seat = '' }: { slug?: string | null; seat?: string },
): Promise<Omit<Visit, 'source'> | null> {
  const ctx = contextFor({ kind: 'supporter' })
  if (!cached || (slug !== null && !(await findCampaign(ctx, slug)))) return null
  if (visit === 'view') return { step: 'viewed', slug }
  return visit === 'found' && (await findSeat(ctx, seat)) ? { step: 'found', slug, constituency: seat } : null
}
