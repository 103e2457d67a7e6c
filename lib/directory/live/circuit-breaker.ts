// State: one copy in a process.

import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
  isBrokenCircuitError,
} from 'cockatiel'
import { log } from '@/lib/kernel/log'
import { MINUTE } from '@/lib/kernel/time/durations'
import type { SourceResult } from './source-result'

const FAILURES = 5
const REST_MS = MINUTE

const breakers = new Map<string, CircuitBreakerPolicy>()

/**
 * Asks the source at `base` through its circuit breaker: after five failures in a row it is left alone for a minute,
 * then tried with one call, and asked as before once that succeeds. While it rests the answer is `failed`, at once.
 */
export async function askThroughBreaker(base: string, ask: () => Promise<SourceResult>): Promise<SourceResult> {
  const breaker = breakers.get(base) ?? made(base)
  // While another request tries whether it is back, waiting for that and then asking would take too long.
  if (breaker.state === CircuitState.HalfOpen) return { kind: 'failed' }
  try {
    return await breaker.execute(ask)
  } catch (error) {
    if (isBrokenCircuitError(error)) return { kind: 'failed' }
    throw error
  }
}

function made(base: string): CircuitBreakerPolicy {
  const failed = handleWhenResult((answer) => (answer as SourceResult).kind === 'failed')
  const breaker = circuitBreaker(failed, { halfOpenAfter: REST_MS, breaker: new ConsecutiveBreaker(FAILURES) })
  const source = new URL(base).host
  breaker.onBreak(() => log.warn({ source }, 'A live source keeps failing: it is left alone for a minute'))
  breaker.onReset(() => log.info({ source }, 'A live source answers again'))
  breakers.set(base, breaker)
  return breaker
}
