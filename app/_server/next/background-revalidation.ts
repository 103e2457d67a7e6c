// State: one copy in a process.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'
import { keepPlace } from '@/app/_server/answer/concurrency-limit'
import { REQUEST_CONTEXT } from './next-internals'

const answering = new AsyncLocalStorage<ServerResponse>()

// Where Next tells what it goes on with once it has answered (node_modules/next/dist/docs, on `after`).
Object.assign(globalThis, {
  [REQUEST_CONTEXT]: {
    get: () => {
      const response = answering.getStore()
      return response && { waitUntil: (work: Promise<unknown>) => keepPlace(response, work) }
    },
  },
})

/**
 * Has Next answer, and keeps the answer's place until what goes on behind it is done as well: a page that is made once
 * for everyone is answered as it was and made anew then, and fifty of them would be made at once.
 */
export function withGoingOn<T>(response: ServerResponse, answer: () => T): T {
  return answering.run(response, answer)
}
