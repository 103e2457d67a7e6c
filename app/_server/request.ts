import 'server-only'
import { limitsLifted } from '@/app/_server/caller/limit-caller'
import type { Context } from '@/lib/kernel/context'
import type { LimitName } from '@/lib/limits/current-limits'
import { takeTurn } from '@/lib/limits/rate-limit'
import { contextFor } from '@/lib/mailer/process-context'
import { currentExchange } from './exchange'
import type { LeavesTo } from './forms/form-answer'

/** A supporter's context: what every public page reads with. */
export function publicContext(): Context {
  return contextFor({ kind: 'supporter' })
}

/** Where the visitor came from, as a form or an address carries it on; empty for nowhere. */
export function visitSource(): string {
  return currentExchange().source ?? ''
}

/** What a form that was just posted left for the page that asks, if it was that form. */
export function posted<State>(form: LeavesTo<State>): State | null {
  const state = currentExchange().form
  // What stands beside a form is what that form answered with, and its type says what that can be.
  return state?.by === form ? (state.show as State) : null
}

/** Answers with this status, in place of 200. */
export function answerWith(status: number, retryAt?: Date): void {
  const exchange = currentExchange()
  exchange.status = status
  exchange.retryAt = retryAt ?? null
}

/** Takes one turn from a limit for whoever asks; gives when to come back, having answered 429, or `null`. */
export async function refusedByLimit(limit: LimitName): Promise<Date | null> {
  const taken = await takeTurn(publicContext(), limit, currentExchange().clientAddress, limitsLifted())
  if (taken.allowed) return null
  answerWith(429, taken.retryAt)
  return taken.retryAt
}
