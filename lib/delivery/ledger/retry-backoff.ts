import { DAY, HOUR, MINUTE } from '@/lib/kernel/time/durations'

const GIVE_UP_MS = 7 * DAY

/** The backoff of a letter, in milliseconds: a minute, then twice as long after each try, 6 hours at most. */
export function letterBackoff(tries: number): number {
  return Math.min(MINUTE * 2 ** Math.min(tries, 20), 6 * HOUR)
}

/** The backoff of a batch whose call broke off, in milliseconds: from 5 seconds, doubled, to 30 minutes. */
export function batchBackoff(asks: number): number {
  return Math.min(5000 * 2 ** Math.min(asks - 1, 20), 30 * MINUTE)
}

/** The next try of a letter that is put off now, or `null` when it has been tried for a week and is given up. */
export function nextTry(now: Date, tries: number, since: Date): Date | null {
  const end = since.getTime() + GIVE_UP_MS
  if (now.getTime() >= end) return null
  // The last try is made when the week is over, however long the wait would be.
  return new Date(Math.min(now.getTime() + letterBackoff(tries), end))
}
