import { randomInt } from 'node:crypto'

const [LEAST_MS, MOST_MS] = [1000, 4000]

/**
 * `now` with jitter, one to four seconds later: for a job whose work must not show in how long the request that queued
 * it, or the next one, takes.
 */
export function withJitter(now: Date): Date {
  return new Date(now.getTime() + randomInt(LEAST_MS, MOST_MS))
}
