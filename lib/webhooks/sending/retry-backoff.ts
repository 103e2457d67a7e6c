import { DAY, HOUR, MINUTE } from '@/lib/kernel/time/durations'

/** The backoff after each attempt: a little over three days in all. */
const WAITS = [5000, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, DAY]
/** Jitter: up to this share longer, so that what failed together is not retried together. */
const SPREAD = 0.1

/** When to try again after so many failed attempts, or `null` when it has been tried enough. */
export function nextTry(tries: number, now: Date, random = Math.random): Date | null {
  const wait = WAITS[tries - 1]
  return wait === undefined ? null : new Date(now.getTime() + Math.round(wait * (1 + SPREAD * random())))
}
