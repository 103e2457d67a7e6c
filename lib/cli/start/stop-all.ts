import { log } from '@/lib/kernel/log'
import { SECOND } from '@/lib/kernel/time/durations'

/** Something that was started: what it is called in the log, and what stops it. */
export type Started = { what: string; stop: () => Promise<unknown> }

/** So long one may take to stop, with what is under way in it; then it is left, and the next is stopped. */
const MOST_MS = 30 * SECOND

/**
 * Stops everything that was started, the newest first and each after the other, whatever becomes of one of them: what
 * fails, or has not stopped in time, is logged. Never throws. Gives whether all has stopped.
 */
export async function stopAll(started: readonly Started[], mostMs = MOST_MS): Promise<boolean> {
  let all = true
  for (const { what, stop } of started.toReversed()) {
    try {
      await inTime(stop, mostMs)
    } catch (error) {
      log.error({ err: error }, `Not stopped: ${what}`)
      all = false
    }
  }
  return all
}

async function inTime(stop: () => Promise<unknown>, mostMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took more than ${mostMs / SECOND} seconds.`)), mostMs)
  })
  try {
    await Promise.race([stop(), late])
  } finally {
    clearTimeout(timer)
  }
}
