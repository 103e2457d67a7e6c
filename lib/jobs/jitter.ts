import { randomInt } from 'node:crypto'

const [LEAST_MS, MOST_MS] = [1000, 4000]

/**
 * A moment from one to four seconds after `now`, never the same: a job begins then whose work must not show in how long
 * whoever asked for it, or asks next, waits for an answer.
 */
export function withJitter(now: Date): Date {
  return new Date(now.getTime() + randomInt(LEAST_MS, MOST_MS))
}
