import { log } from '@/lib/kernel/log'

type Kept = { from: string; at: number; drawing: Promise<Buffer> }

const FRESH_MS = 60_000
const KEPT_MOST = 200
/** So many are drawn at once, and as many more wait: beyond, somebody is asking for every seat there is. */
const BUSY_AT = 8

const kept = new Map<string, Kept>()
let drawnNow = 0

/**
 * A drawing of something that changes, made at most once a minute however many ask. `from` is all that it is drawn
 * from: the same gives the kept one. `null` when too much is being drawn already, and there is none yet.
 */
export function keptDrawing(
  key: string,
  from: string,
  draw: () => Promise<Buffer>,
  now: number = Date.now(),
): Promise<{ drawing: Buffer; from: string } | null> {
  const known = kept.get(key)
  if (known && (known.from === from || now - known.at < FRESH_MS)) return given(known)
  if (drawnNow >= BUSY_AT) return known ? given(known) : Promise.resolve(null)
  drawnNow += 1
  const made: Kept = { from, at: now, drawing: draw().finally(() => (drawnNow -= 1)) }
  made.drawing.catch((error) => {
    log.error({ err: error }, 'A picture could not be drawn')
    if (kept.get(key) === made) kept.delete(key)
  })
  kept.delete(key)
  kept.set(key, made)
  const [oldest] = kept.keys()
  if (kept.size > KEPT_MOST && oldest !== undefined) kept.delete(oldest)
  return given(made)
}

async function given({ drawing, from }: Kept): Promise<{ drawing: Buffer; from: string }> {
  return { drawing: await drawing, from }
}
