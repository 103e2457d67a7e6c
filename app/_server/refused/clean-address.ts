import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Exchange } from '@/app/_server/exchange'
import { PARTS_PARAMETER } from '@/app/_server/next/next-internals'
import { pathOf } from '@/app/_server/path-of'
import { areaOf } from '@/app/_server/routes/area'

/** Why an address is not answered. */
type AddressFault = 'bad-address' | 'long-address'

/** Longer than any address of ours with all that others hang on to it, and shorter than what Node refuses by itself. */
const MOST = 12_000
const MOST_PARAMETERS = 50
/** Characters of one parameter that are read: a token of ours is the longest. */
const MOST_VALUE = 1000
const MOST_VALUE_PUBLIC = 300
const STATUS: Record<AddressFault, number> = { 'bad-address': 400, 'long-address': 414 }
const MESSAGES: Record<AddressFault, string> = {
  'bad-address': 'The address holds characters that no address of ours has.',
  'long-address': 'The address is too long.',
}
/** As the addresses for programs name it: a postcode of control characters is one that is malformed. */
const CODES: Record<AddressFault, string> = { 'bad-address': 'malformed', 'long-address': 'long-address' }
const CONTROLS = /[^\P{Cc}\t\n\r]/u

/** What the public pages read of an address. A page's own script may look for more, in the browser. */
export const PUBLIC_PARAMETERS: ReadonlySet<string> = new Set([
  ...['postcode', 'constituency', 'choice', 'find', 'part', 'seat', 'mp', 'stage', 'turn'],
  ...['confirmed', 'already', 'token', 'error', 'answer', 'change', 'done', 'as'],
  ...['utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'ref', 'by', 'only'],
  // Next's own, where it asks for a page's parts.
  PARTS_PARAMETER,
])

/**
 * Judges a request's address before anything reads it: one that is too long, or holds control characters, is led to the
 * fault page. Next writes an address's query into the page, so what no public page reads is taken out, and the rest is cut.
 */
export function cleanAddress(request: IncomingMessage, exchange: Exchange): void {
  const url = request.url ?? '/'
  const path = pathOf(request)
  const kind = faultOf(url, path)
  if (kind === null) {
    request.url = path + readable(path, url.slice(path.length))
    return
  }
  Object.assign(exchange, { fault: { kind }, status: STATUS[kind] })
  request.url = isApi(path) ? '/api' : '/fault'
}

/** Answers a program whose address was refused; gives `false` where it was not, or where a page says so. */
export function answerRefusedAddress(request: IncomingMessage, response: ServerResponse, { fault }: Exchange): boolean {
  if (!fault || request.url !== '/api') return false
  const kind = fault.kind === 'long-address' ? fault.kind : 'bad-address'
  response.writeHead(STATUS[kind], { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify({ error: { code: CODES[kind], message: MESSAGES[kind] } }))
  return true
}

function faultOf(url: string, path: string): AddressFault | null {
  if (url.length > MOST) return 'long-address'
  // `makeDecodable` has seen to it that the path can be decoded.
  if (CONTROLS.test(decodeURIComponent(path))) return 'bad-address'
  const parameters = [...new URLSearchParams(url.slice(path.length + 1))]
  return parameters.flat().some((text) => CONTROLS.test(text)) ? 'bad-address' : null
}

/** The query with its question mark, as sent where everything in it is read. */
function readable(path: string, query: string): string {
  const given = [...new URLSearchParams(query)]
  const most = isPublicPage(path) ? MOST_VALUE_PUBLIC : MOST_VALUE
  const read = given.filter(([name]) => isRead(path, name)).slice(0, MOST_PARAMETERS)
  if (read.length === given.length && read.every(([, value]) => value.length <= most)) return query
  const cut = new URLSearchParams(read.map(([name, value]) => [name, value.slice(0, most)]))
  return cut.size > 0 ? `?${cut}` : ''
}

function isRead(path: string, name: string): boolean {
  return name.length <= 100 && (!isPublicPage(path) || PUBLIC_PARAMETERS.has(name))
}

function isApi(path: string): boolean {
  return path.startsWith('/api/')
}

function isPublicPage(path: string): boolean {
  return ['public', 'preview'].includes(areaOf(path))
}
