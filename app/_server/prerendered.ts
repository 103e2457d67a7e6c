// State: one copy in a process.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { contentPolicy, scriptHashes } from './policy'

type Prepared = { hashes: string[]; br: Buffer; gzip: Buffer }

const KEPT_MOST = 50
const cached = new Map<string, Prepared>()

/** Whether Next answers with a page that it made once for everyone. */
export function isPrerendered(response: ServerResponse): boolean {
  return response.hasHeader('x-nextjs-prerender')
}

/**
 * Finishes prerendered pages on their way out: such a page can hold no nonce, so its policy names its scripts
 * by hash. Hashing and compressing are done once for each page as it is made, not for each of its readers.
 */
export function finishPrerendered(request: IncomingMessage, response: ServerResponse, framed: boolean): void {
  const end = response.end
  response.end = ((...given: Parameters<typeof end>) => {
    const [body] = given
    if (response.headersSent || !isPrerendered(response) || !isHtml(response) || !body)
      return end.apply(response, given)
    const { hashes, ...encoded } = prepared(String(response.getHeader('etag')), String(body))
    response.setHeader('Content-Security-Policy', contentPolicy({ hashes, framed }))
    const encoding = accepted(request)
    if (!encoding) return end.apply(response, given)
    response.setHeader('Content-Encoding', encoding)
    response.setHeader('Content-Length', encoded[encoding].length)
    response.appendHeader('Vary', 'Accept-Encoding')
    // Of bytes, the text encoding is not looked at.
    return end.apply(response, [encoded[encoding], 'utf8'])
  }) as typeof end
}

function prepared(etag: string, html: string): Prepared {
  const known = cached.get(etag)
  if (known) return known
  const made = {
    hashes: scriptHashes(html),
    br: brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    gzip: gzipSync(html),
  }
  if (cached.size >= KEPT_MOST) cached.clear()
  cached.set(etag, made)
  return made
}

function accepted({ headers }: IncomingMessage): 'br' | 'gzip' | null {
  const offered = String(headers['accept-encoding'] ?? '')
  if (/\bbr\b(?!;\s*q=0(?![.\d]*[1-9]))/.test(offered)) return 'br'
  return /\bgzip\b(?!;\s*q=0(?![.\d]*[1-9]))/.test(offered) ? 'gzip' : null
}

function isHtml(response: ServerResponse): boolean {
  return String(response.getHeader('content-type')).startsWith('text/html')
}
