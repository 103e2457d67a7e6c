// State: one copy in a process.
import { AsyncLocalStorage } from 'node:async_hooks'

/** What a request was refused for, where no form can show it. */
export type Fault = {
  kind:
    | 'cross-site'
    | 'too-large'
    | 'unreadable'
    | 'too-many'
    | 'not-allowed'
    | 'no-form'
    | 'bad-address'
    | 'long-address'
  message?: string
}

/** What the front knows of the request under way, and what a page tells the front of its answer. */
export type Exchange = {
  /** Where the request came from on the network; never stored. */
  clientAddress: string
  /** The network around that address, which one person or one machine room may have to themselves; never stored. */
  clientNetwork: string
  /** Whether it was made on this machine, and passed on by nobody. */
  isLocal: boolean
  /** Its path, as sent. */
  path: string
  /** What its address asked for, as sent. */
  query: string
  /** The request's cookies, as sent. */
  cookies: string
  /** What a form that was just posted left for the page to show. */
  form: { by: object; show: object } | null
  fault: Fault | null
  status: number | null
  retryAt: Date | null
  /** How many islands the answer has so far: each has a name of its own. */
  islands: number
  /** Whether the answer is a page that is the same for everyone, so that a cache in front can give it to others. */
  forEveryone?: boolean
  /** Whether it counts where visits are counted: no program asks, nor a browser that fetches ahead. */
  counts?: boolean
  /** Where the visitor came from, as a form carries it on. */
  source?: string
  /** The step of a visit that this answer is, beside a plain page view. */
  reached?: {
    step: 'found' | 'started'
    /** Its MP was found on the page before, where no request told of it. */
    foundBefore?: boolean
    constituency: string
    source: string
  }
}

const storage = new AsyncLocalStorage<Exchange>()

/** What a request brings, before anything has answered it. */
export function newExchange(given: Partial<Exchange> = {}): Exchange {
  const brought = { clientAddress: '', clientNetwork: '', isLocal: false, path: '', query: '', cookies: '' }
  return { ...brought, form: null, fault: null, status: null, retryAt: null, islands: 0, ...given }
}

export function withExchange<T>(exchange: Exchange, work: () => T): T {
  return storage.run(exchange, work)
}

const asked = new WeakMap<Exchange, Map<unknown, Map<string, unknown>>>()

/** What is found out by words, once for a request however often a page, its title and its parts ask. */
export function oncePerRequest<Given extends string[], Found>(find: (...given: Given) => Found): typeof find {
  return (...given) => {
    const exchange = currentExchange()
    const all = asked.get(exchange) ?? new Map<unknown, Map<string, unknown>>()
    const known = all.get(find) ?? new Map<string, unknown>()
    asked.set(exchange, all.set(find, known))
    const key = JSON.stringify(given)
    if (!known.has(key)) known.set(key, find(...given))
    // What is kept under a function is what that function gave.
    return known.get(key) as Found
  }
}

/** Whether the page that is being made shows a form that was just posted, and what is wrong with it. */
export function formHasFaults(): boolean {
  const show = storage.getStore()?.form?.show
  return show !== undefined && 'faults' in show && Array.isArray(show.faults) && show.faults.length > 0
}

export function currentExchange(): Exchange {
  const exchange = storage.getStore()
  if (!exchange) throw new Error('There is no request under way.')
  return exchange
}
