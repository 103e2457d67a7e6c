import type { IncomingMessage, ServerResponse } from 'node:http'
import { isbot } from 'isbot'
import { countVisit } from '@/lib/figures/counting/visits'
import { NOWHERE, printSource, readSource, type Source, sourceOf } from '@/lib/figures/sources/source'
import { env } from '@/lib/kernel/env'
import type { Exchange } from './exchange'
import { pageAt } from './routes/kind'

/**
 * Counts what is seen of a campaign: its page or its embed, an MP found, a letter begun. No cookie is set and nothing of
 * the visitor is kept: a number goes up. Programs are not counted as far as they say that they are ones, nor is what a
 * browser fetches ahead, nor an embed in a page of ours: staff look at one there.
 */
export function countVisits(request: IncomingMessage, response: ServerResponse, exchange: Exchange): void {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
  const { kind, values } = pageAt(path)
  exchange.counts = isCounted(request)
  if (!kind.visit) return
  const slug = values.slug ?? null
  const source = read(`${path}?${query}`, request.headers.referer)
  exchange.source = printSource(source)
  if (!exchange.counts || (kind.framed && isOwn(request.headers.referer))) return
  const isView = request.method === 'GET' && kind.visit === 'view'
  if (request.method === 'GET' && kind.visit === 'found') {
    exchange.reached = { step: 'found', constituency: values.seat ?? '', source: exchange.source }
  }
  response.on('finish', () => {
    if (response.statusCode !== 200 && response.statusCode !== 304) return
    // A cache in front answers for us with it: its own script tells of each visit (answer-visit.ts).
    if (exchange.forEveryone && env().sharedCache) return
    if (isView) countVisit({ step: 'viewed', slug, source })
    const { reached } = exchange
    if (!reached) return
    const { step, foundBefore, constituency } = reached
    const counted = { slug, constituency, source: readSource(new URLSearchParams(reached.source)) }
    if (foundBefore) countVisit({ step: 'found', ...counted })
    countVisit({ step, ...counted })
  })
}

function read(url: string, referer: string | undefined): Source {
  try {
    return sourceOf(url, referer, env().appUrl)
  } catch {
    return NOWHERE
  }
}

function isOwn(referer: string | undefined): boolean {
  return referer !== undefined && URL.canParse(referer) && new URL(referer).origin === new URL(env().appUrl).origin
}

/** Whether a person asks, as far as a request tells. */
export function isCounted({ headers, method }: IncomingMessage): boolean {
  const ahead = `${headers['sec-purpose'] ?? ''}${headers.purpose ?? ''}${headers['next-router-prefetch'] ?? ''}`
  return method !== 'HEAD' && ahead === '' && !isbot(headers['user-agent'])
}
