import { vi } from 'vitest'
import type { PlayedSources } from './testing'

/**
 * Lets the time that a source may take run out at once, and only, when it has gone quiet: nobody waits for it, and a
 * busy machine is never too late with an answer. Until `vi.restoreAllMocks()`. For tests only.
 */
export function runOutWhenQuiet(played: PlayedSources) {
  let nowMs = 0
  let waiting: { end: AbortController; atMs: number }[] = []
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const end = new AbortController()
    waiting.push({ end, atMs: nowMs + ms })
    return end.signal
  })
  const time = {
    /** How much time has run out so far, in milliseconds. */
    passedMs: () => nowMs,
    runOut(): void {
      const over = waiting
      waiting = []
      nowMs = Math.max(nowMs, ...over.map(({ atMs }) => atMs))
      for (const { end } of over) end.abort(new DOMException('Time is up.', 'TimeoutError'))
    },
  }
  played.whenQuiet = time.runOut
  return time
}
