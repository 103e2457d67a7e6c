// State: one copy in a process.
import { LRUCache } from 'lru-cache'

/** As node_modules/next/dist/docs has it, on `cacheHandler`: what is in it is Next's own business. */
type Entry = { value: unknown; lastModified: number }
type Settings = { cacheControl?: unknown }

/** So many characters and bytes of pages are cached, as Next itself would: of 81,000 and more each, some 400. */
const MOST = 50_000_000

const entries = new LRUCache<string, Entry & Settings>({
  maxSize: MOST,
  sizeCalculation: ({ value }) => 1 + sizeOf(value),
})

/**
 * Where Next caches the pages that are made once for everyone: in the memory of this process, and nowhere else, since a
 * page made under one database must not greet the visitors of another. next.config.ts names it.
 */
export default class PageCache {
  async get(key: string): Promise<(Entry & Settings) | null> {
    return entries.get(key) ?? null
  }

  async set(key: string, value: unknown, { cacheControl }: Settings = {}): Promise<void> {
    entries.set(key, { value, lastModified: Date.now(), cacheControl })
  }

  async revalidateTag(): Promise<void> {
    letPagesGo()
  }

  resetRequestCache(): void {}
}

/** Lets every page go that this process has cached: the next visit has it made anew. */
export function letPagesGo(): void {
  entries.clear()
}

/** Characters of texts and bytes of buffers, whatever they stand in. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (value instanceof Uint8Array) return value.byteLength
  if (typeof value !== 'object' || value === null) return 0
  const parts = value instanceof Map ? [...value.values()] : Object.values(value)
  return parts.reduce<number>((sum, part) => sum + sizeOf(part), 0)
}
