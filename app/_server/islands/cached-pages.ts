// State: one copy in a process.
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import type { Encoding } from '@/app/_server/answer/compressed-page'
import { weakTag } from '@/app/_server/answer/etag'
import { redirectIn, saysMissing } from '@/app/_server/next/next-internals'
import { log } from '@/lib/kernel/log'
import { SECOND } from '@/lib/kernel/time/durations'

/** A page that is the same for everyone, as it goes out. */
export type CachedPage = { html: Buffer; etag: string; encoded: Partial<Record<Encoding, Buffer>>; madeAt: number }

/** So long one is shown as it was made, and so long at the most while it is made anew. A cache in front goes by the same. */
export const FRESH_SECONDS = 10
export const SHOWN_SECONDS = 30

/** Bytes: some campaigns' pages for each seat. */
const CACHED_MOST = 40_000_000
const pages = new LRUCache<string, CachedPage>({ maxSize: CACHED_MOST, sizeCalculation: ({ html }) => html.length })
const making = new Map<string, Promise<CachedPage>>()
/** Pages are made anew behind an answer one after the other, however many grow old at once; and those that wait for it. */
let behind: Promise<unknown> = Promise.resolve()
const waiting = new Set<string>()
let changes = 0

/**
 * The page at a path, as `make` makes it: once for all who ask meanwhile. Where it fails, the one before is shown. Throws
 * what `make` throws where there was none, or where it says that there is none any more, or where it leads.
 */
export async function cachedPage(path: string, make: () => Promise<Buffer>): Promise<CachedPage> {
  const known = pages.get(path)
  if (!known) return made(path, make)
  const age = (performance.now() - known.madeAt) / SECOND
  if (age < FRESH_SECONDS) return known
  if (age >= SHOWN_SECONDS) return madeOr(known, path, make)
  if (!waiting.has(path)) {
    waiting.add(path)
    behind = behind
      .then(() => madeOr(known, path, make))
      .catch(() => pages.delete(path))
      .finally(() => waiting.delete(path))
  }
  return known
}

async function madeOr(known: CachedPage, path: string, make: () => Promise<Buffer>): Promise<CachedPage> {
  try {
    return await made(path, make)
  } catch (error) {
    if (saysMissing(error) || redirectIn(error)) throw error
    log.error({ err: error }, 'A page could not be made anew')
    return known
  }
}

/** Lets every page go: what they show has changed, and the next visit has each made anew. */
export function letPagesGo(): void {
  changes += 1
  pages.clear()
  making.clear()
}

/** The page in an encoding, made once. */
export function encodedPage(page: CachedPage, encoding: Encoding): Buffer {
  const known = page.encoded[encoding]
  if (known) return known
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
  const encoded = encoding === 'br' ? brotliCompressSync(page.html, { params }) : gzipSync(page.html)
  page.encoded[encoding] = encoded
  return encoded
}

function made(path: string, make: () => Promise<Buffer>): Promise<CachedPage> {
  const present = making.get(path)
  if (present) return present
  const before = changes
  const promise = make()
    .then((html): CachedPage => {
      const page = { html, etag: weakTag(html), encoded: {}, madeAt: performance.now() }
      // What has changed since it was begun may not be in it.
      if (before === changes) pages.set(path, page)
      return page
    })
    .finally(() => {
      if (making.get(path) === promise) making.delete(path)
    })
  making.set(path, promise)
  return promise
}
