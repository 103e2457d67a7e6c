// State: one copy in a process.
import { AsyncLocalStorage } from 'node:async_hooks'
import { errorLine } from './faults/plain-error'

/** What has been logged of the request that is being answered: the one state of this module, a request long. */
const said = new AsyncLocalStorage<Set<string>>()

/** Does `work`, in which the same error is to be logged once: Next renders a page that failed anew, to show its error. */
export function loggingOnce<T>(work: () => T): T {
  return said.run(new Set(), work)
}

/** Whether nothing like it was logged while this request was answered; from now on it was. True outside of a request. */
export function isNews(error: unknown): boolean {
  const already = said.getStore()
  if (!already) return true
  const line = errorLine(error)
  if (already.has(line)) return false
  already.add(line)
  return true
}
