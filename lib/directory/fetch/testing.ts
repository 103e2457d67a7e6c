import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { RequestRate } from '@/lib/directory/members-api/request'
import { listeningAt, send, wrongAnswers } from '@/lib/directory/testing'

const ways: Record<keyof typeof wrongAnswers | 'other json', [status: number, body: string, type?: string]> = {
  ...wrongAnswers,
  'other json': [200, '{"error":{"code":498,"message":"Invalid token."}}'],
}
type Way = keyof typeof ways

/** One of the portal's items, as its search lists it; trimmed to what is read, and some more. */
export type PlayedItem = {
  id: string
  title: string
  name: string | null
  type: string
  size: number
  created: number
  modified: number
  url: string | null
  licenseInfo: string | null
}

export type PlayedPortal = {
  url: string
  items: PlayedItem[]
  file: Uint8Array
  etag: string | null
  contentType: string
  /** What is answered in place of the search, or of the file. */
  failing: { search: Way | null; file: Way | null }
  /** After so many bytes of one answer the connection breaks; null for never. */
  breaksAfter: number | null
  /** After so many bytes of one answer nothing more comes; null for never. */
  stallsAfter: number | null
  /** Each request so far: its path, and its range. */
  asked: string[]
  close(): Promise<void>
}

export const AT_ONCE: RequestRate = { atOnce: 1, withinMs: 2000, backoffMs: [0, 0] }

export function playedItem(month: string, year: number, more: Partial<PlayedItem> = {}): PlayedItem {
  const at = Date.parse(`1 ${month} ${year} UTC`)
  return {
    id: `id${month}${year}`,
    title: `National Statistics Postcode Lookup (${month} ${year}) for the UK`,
    name: `NSPL_${month.slice(0, 3).toUpperCase()}_${year}.zip`,
    type: 'CSV Collection',
    size: 190_000_000,
    created: at,
    modified: at,
    url: null,
    licenseInfo: '<p>See <a href="https://www.ons.gov.uk/methodology/geography/licences">licences</a>.</p>',
    ...more,
  }
}

/** A local server that plays the ONS portal: ArcGIS's search, and the file of each item, with ranges. For tests only. */
export async function playPortal(file: Uint8Array, items: PlayedItem[]): Promise<PlayedPortal> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    played.asked.push(`${pathname}${request.headers.range ? ` ${request.headers.range}` : ''}`)
    if (pathname === '/sharing/rest/search') return search(response, played)
    if (/^\/sharing\/rest\/content\/items\/\w+\/data$/.test(pathname)) return data(request, response, played)
    send(response, 404, '{}')
  })
  const { base, close } = await listeningAt(server)
  const played: PlayedPortal = {
    url: `${base}/sharing/rest/search`,
    items,
    file,
    etag: '"one"',
    contentType: 'application/zip',
    failing: { search: null, file: null },
    breaksAfter: null,
    stallsAfter: null,
    asked: [],
    close,
  }
  return played
}

function search(response: ServerResponse, { failing, items }: PlayedPortal): void {
  const found = { query: '', total: items.length, start: 1, num: 50, nextStart: -1, results: items }
  send(response, ...(failing.search ? ways[failing.search] : whole(found)))
}

function data(request: IncomingMessage, response: ServerResponse, played: PlayedPortal): void {
  const { failing, file, etag, contentType, breaksAfter, stallsAfter } = played
  if (failing.file) {
    send(response, ...ways[failing.file])
    return
  }
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
  const goesOn = from > 0 && request.headers['if-range'] === etag
  const sent = goesOn ? file.subarray(from) : file
  response.writeHead(goesOn ? 206 : 200, {
    'content-type': contentType,
    'content-length': sent.length,
    ...(etag !== null && { etag }),
    ...(goesOn && { 'content-range': `bytes ${from}-${file.length - 1}/${file.length}` }),
  })
  if (stallsAfter !== null) response.write(sent.subarray(0, stallsAfter))
  else if (breaksAfter === null || sent.length <= breaksAfter) response.end(sent)
  else response.write(sent.subarray(0, breaksAfter), () => response.destroy())
}

function whole(found: object): (typeof ways)[Way] {
  return [200, JSON.stringify(found)]
}
