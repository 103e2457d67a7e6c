import { MINUTE } from '@/lib/kernel/time/durations'

const FIRST_MS = 12_000
const SLOWEST_MS = 2 * MINUTE
const SLOWEST_AFTER_FAULT_MS = 10 * MINUTE

export type Outcome = 'changed' | 'same' | 'failed'

/**
 * How long to wait before asking again, in milliseconds: soon while figures move, ever longer while they do not, and
 * longer still while there is no answer.
 */
export function nextWait(last: number | null, outcome: Outcome): number {
  if (last === null || outcome === 'changed') return FIRST_MS
  if (outcome === 'failed') return Math.min(SLOWEST_AFTER_FAULT_MS, last * 2)
  return Math.min(SLOWEST_MS, last * 1.5)
}

/** A third more or less by chance, so that those who came together do not ask together. */
export function jittered(wait: number, chance = Math.random()): number {
  return wait * (2 / 3 + chance * (2 / 3))
}
