// State: one copy in a process.
import { AsyncLocalStorage } from 'node:async_hooks'
import { errorLine } from './faults/plain-error'

type Logged = { id: string; said: Set<string> }

/** The request that is being answered, and what has been logged of it: the one state of this module, a request long. */
const answered = new AsyncLocalStorage<Logged>()

/**
 * Does `work`, whose lines of the log all carry `id`, and in which the same error is to be logged once: Next renders a page
 * that failed anew, to show its error.
 */
export function loggedAs<T>(id: string, work: () => T): T {
  return answered.run({ id, said: new Set() }, work)
}

/** The id of the request that is being answered; none outside of one. */
export function requestId(): string | undefined {
  return answered.getStore()?.id
}

/** Whether nothing like it was logged while this request was answered; from now on it was. True outside of a request. */
export function isNews(error: unknown): boolean {
  const already = answered.getStore()?.said
  if (!already) return true
  const line = errorLine(error)
  if (already.has(line)) return false
  already.add(line)
  return true
}
