import { DAY, SECOND } from '@/lib/kernel/time/durations'
import { hasTag, weakTag } from './etag'

type Kept = {
  body: string | Uint8Array<ArrayBuffer>
  type: string
  /** What decides whether it has changed, where that is not the whole body. */
  sameWhile?: string
  /** For how many seconds a shared cache answers by itself: 10, unless it is said. */
  seconds?: number
  /** Readable from other origins. */
  anywhere?: boolean
  headers?: Record<string, string>
}

/** For how many seconds a shared cache goes on while it asks again, and when we do not answer. */
const BEYOND = `stale-while-revalidate=30, stale-if-error=${DAY / SECOND}`

/** Answers with what is the same for everyone for some seconds; one who has it already gets 304 and no body. */
export function cacheableAnswer(
  request: Request,
  { body, type, sameWhile, seconds = 10, anywhere, headers }: Kept,
): Response {
  const etag = weakTag(sameWhile ?? body)
  const all = {
    ...(anywhere && ANYWHERE),
    ...headers,
    'Cache-Control': `public, max-age=0, s-maxage=${seconds}, ${BEYOND}`,
    ETag: etag,
  }
  if (hasTag(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers: all })
  return new Response(body, { headers: { ...all, 'Content-Type': type } })
}

export const ANYWHERE = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }
