// State: one copy in a process.

import { LRUCache } from 'lru-cache'
import { Refusal } from '@/lib/kernel/faults/errors'
import { log } from '@/lib/kernel/log'
import { MINUTE } from '@/lib/kernel/time/durations'

type Cached = { from: string; at: number; drawing: Promise<Uint8Array<ArrayBuffer>>; before?: Cached }
type Given = { drawing: Uint8Array<ArrayBuffer>; from: string }
type Draw = () => Promise<Uint8Array<ArrayBuffer>>

const FRESH_MS = MINUTE
const CACHED_MOST = 200
/** So many are drawn at once, and as many more wait: beyond, somebody is asking for every seat there is. */
const BUSY_AT = 8

const cached = new LRUCache<string, Cached>({ max: CACHED_MOST })
let drawnNow = 0

/**
 * A drawing of something that changes, made at most once a minute however many ask. `from` is all that it is drawn
 * from: the same gives the kept one. Without `draw` none is made. `null` when there is none, and none may be made: also
 * because too much is being drawn already, or `draw` throws a {@link Refusal}.
 */
export async function cachedDrawing(
  key: string,
  from: string,
  draw: Draw | null,
  now: number = Date.now(),
): Promise<Given | null> {
  const known = cached.get(key)
  if (isCached(key, from, now)) return given(known)
  if (!draw || drawnNow >= BUSY_AT) return given(known)
  drawnNow += 1
  const made: Cached = { from, at: now, drawing: draw().finally(() => (drawnNow -= 1)), before: known }
  made.drawing.then(
    () => delete made.before,
    (error) => {
      if (!(error instanceof Refusal)) log.error({ err: error }, 'A picture could not be drawn')
      if (cached.get(key) === made) putBack(key, known)
    },
  )
  cached.set(key, made)
  return given(made)
}

/** Whether {@link cachedDrawing} would draw nothing. */
export function isCached(key: string, from: string, now: number = Date.now()): boolean {
  const known = cached.get(key)
  return known !== undefined && (known.from === from || now - known.at < FRESH_MS)
}

function putBack(key: string, one: Cached | undefined): void {
  if (one) cached.set(key, one)
  else cached.delete(key)
}

async function given(one: Cached | undefined): Promise<Given | null> {
  if (!one) return null
  const { before } = one
  try {
    return { drawing: await one.drawing, from: one.from }
  } catch (error) {
    if (error instanceof Refusal) return given(before)
    throw error
  }
}
