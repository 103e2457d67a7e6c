// State: one copy in a process.
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { type CampaignContent, campaignContent } from '@/lib/content/content'
import { type Lint, lintSteps, refusedBySchema } from './lint'

/** Whoever else waits goes on after so long, in milliseconds. */
const SLICE_MS = 8
/** Looks whose outcome is cached. */
const CACHED_MOST = 60

const cached = new LRUCache<string, Promise<Lint>>({ max: CACHED_MOST })
let last: Promise<unknown> = Promise.resolve()

/**
 * Looks over a draft as `lintContent` does, once for the same letters, a little at a time and one draft after the
 * other, so that nobody else who asks this process waits for it.
 */
export function lintInTurn(draft: unknown): Promise<Lint> {
  const parsed = campaignContent.safeParse(draft)
  if (!parsed.success) return Promise.resolve(refusedBySchema(parsed.error))
  const key = keyOf(parsed.data)
  const known = cached.get(key)
  if (known) return known
  const made = last.then(() => inSlices(lintSteps(parsed.data)))
  last = made.catch(() => {})
  cached.set(key, made)
  made.catch(() => cached.delete(key))
  return made
}

async function inSlices<Outcome>(steps: Generator<void, Outcome>): Promise<Outcome> {
  let began = performance.now()
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    if (performance.now() - began < SLICE_MS) continue
    await setImmediate()
    began = performance.now()
  }
}

/** All that the outcome follows from. */
function keyOf({ letter, asks, voices, groups }: CampaignContent): string {
  const letters = {
    letter,
    asks: asks.map(({ id, title, wordings, mention }) => [id, title, wordings, mention]),
    voices,
    groups,
  }
  return createHash('sha256').update(JSON.stringify(letters)).digest('base64')
}
