import type { IncomingMessage, ServerResponse } from 'node:http'
import { acceptedEncoding } from '@/app/_server/answer/compressed-page'
import { contentPolicy } from '@/app/_server/answer/content-security-policy'
import { hasTag } from '@/app/_server/answer/etag'
import { type CachedPage, encodedPage, FRESH_SECONDS, SHOWN_SECONDS } from './cached-pages'

const CACHE = `s-maxage=${FRESH_SECONDS}, stale-while-revalidate=${SHOWN_SECONDS - FRESH_SECONDS}`

/** Answers with a page that is the same for everyone, as small as its reader takes it; 304 to one who has it already. */
export function answerCached(
  request: IncomingMessage,
  response: ServerResponse,
  page: CachedPage,
  framed: boolean,
): void {
  response.setHeader('ETag', page.etag)
  response.setHeader('Cache-Control', CACHE)
  response.appendHeader('Vary', 'Accept-Encoding')
  if (hasTag(request.headers['if-none-match'], page.etag)) {
    response.statusCode = 304
    response.end()
    return
  }
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Content-Security-Policy', contentPolicy({ framed }))
  const encoding = acceptedEncoding(request)
  if (!encoding) {
    response.end(page.html)
    return
  }
  const body = encodedPage(page, encoding)
  response.setHeader('Content-Encoding', encoding)
  response.setHeader('Content-Length', body.length)
  response.end(body)
}
