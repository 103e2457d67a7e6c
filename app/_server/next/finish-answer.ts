// State: one copy in a process.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'
import { contentPolicy } from '@/app/_server/answer/content-security-policy'
import { answerFailed } from '@/app/_server/answer/failed-answer'
import { PRERENDERED } from './next-internals'
import { scriptHashes } from './script-hashes'

type Encoding = 'br' | 'gzip'
type Prepared = { hashes: string[] } & Record<Encoding, Buffer>
type Finish = {
  /** Other sites may show the page in a frame. */
  framed: boolean
  /** Whether a page is wanted, where something unexpected rose, and not an answer for a program. */
  wantsPage: boolean
}

/** Bytes: two campaigns' pages for each seat, of 17,000 or so. */
const CACHED_MOST = 24_000_000
const cached = new LRUCache<string, Prepared>({
  maxSize: CACHED_MOST,
  sizeCalculation: ({ br, gzip }) => br.length + gzip.length,
})

/** Whether Next answers with a page that it made once for everyone. */
export function isPrerendered(response: ServerResponse): boolean {
  return response.hasHeader(PRERENDERED)
}

/**
 * Finishes what Next answers on its way out. One that begins as a failure is dropped, and {@link answerFailed} takes its
 * place. A prerendered page can hold no nonce, so its policy names its scripts by hash; hashing and compressing are done
 * once for each page as it is made, not for each of its readers.
 */
export function finishAnswer(request: IncomingMessage, response: ServerResponse, { framed, wantsPage }: Finish): void {
  const { write, end, flushHeaders } = response
  const failing = () => !response.headersSent && response.statusCode === 500
  response.flushHeaders = () => (failing() ? undefined : flushHeaders.call(response))
  response.write = ((...given: Parameters<typeof write>) =>
    failing() ? true : write.apply(response, given)) as typeof write
  response.end = ((...given: Parameters<typeof end>) => {
    if (failing()) {
      Object.assign(response, { write, end, flushHeaders })
      answerFailed(response, wantsPage)
      return response
    }
    const [body] = given
    if (response.headersSent || !isPrerendered(response) || !isHtml(response) || !body)
      return end.apply(response, given)
    // Of bytes, the text encoding is not looked at.
    return end.apply(response, [finishedPage(request, response, String(body), framed), 'utf8'])
  }) as typeof end
}

/** The page as it goes out, after its headers were set. */
function finishedPage(request: IncomingMessage, response: ServerResponse, html: string, framed: boolean) {
  const { hashes, ...encoded } = prepared(String(response.getHeader('etag')), html)
  response.setHeader('Content-Security-Policy', contentPolicy({ hashes, framed }))
  const encoding = accepted(request)
  if (!encoding) return html
  response.setHeader('Content-Encoding', encoding)
  response.setHeader('Content-Length', encoded[encoding].length)
  response.appendHeader('Vary', 'Accept-Encoding')
  return encoded[encoding]
}

function prepared(etag: string, html: string): Prepared {
  const known = cached.get(etag)
  if (known) return known
  const made = {
    hashes: scriptHashes(html),
    br: brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    gzip: gzipSync(html),
  }
  cached.set(etag, made)
  return made
}

/** What a reader takes: the smaller of the two where that is one; `null` where it is neither. */
function accepted(request: IncomingMessage): Encoding | null {
  const taken = new Negotiator(request).encodings(['br', 'gzip'])
  return (['br', 'gzip'] as const).find((each) => taken.includes(each)) ?? null
}

function isHtml(response: ServerResponse): boolean {
  return String(response.getHeader('content-type')).startsWith('text/html')
}
