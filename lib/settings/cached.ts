// State: one copy in a process.
import { besidePool, type Database, database } from '@/db/client'
import type { Context } from '@/lib/kernel/context'
import { log } from '@/lib/kernel/log'

/** The tables that something is cached of: a trigger on each tells every process of a change. */
export const cachedTables = ['settings', 'campaigns', 'constituencies', 'mps'] as const
export type CachedTable = (typeof cachedTables)[number]

/** What is loaded, named for the log, and from which tables: of others it would not be renewed. */
type Source<T> = { name: string; tables: readonly CachedTable[]; load: (db: Database) => Promise<T> }

export type Cached<T> = ((ctx: Pick<Context, 'db'>) => Promise<T>) & {
  inMemory(ctx: Pick<Context, 'db'>): Promise<T> | null
  /** What is in memory whoever asks, also from a transaction: as others have committed it. */
  committed(): Promise<T> | null
}

type Cache<T> = { read(): Promise<T>; outdate(): void; retryFailed(): void; forget(): void }

const caches: { tables: readonly CachedTable[]; cache: Omit<Cache<unknown>, 'read'> }[] = []
let inStep = false

/**
 * Gives a reader of a cache in this process's memory, loaded by the first who asks after a change of its tables. Within a
 * transaction, and in a process that is not told of changes (`keepInStep`), it reads the database, and `inMemory` gives
 * `null`. Whoever reads must not change what they are given.
 */
export function cached<T>({ name, tables, load }: Source<T>): Cached<T> {
  const cache = cacheOf(name, () => load(besidePool()))
  caches.push({ tables, cache })
  const committed = () => (inStep ? cache.read() : null)
  const inMemory = ({ db }: Pick<Context, 'db'>) => (inStep && db === database() ? committed() : null)
  return Object.assign((ctx: Pick<Context, 'db'>) => inMemory(ctx) ?? load(ctx.db), { inMemory, committed })
}

/** From now on, until it is called with `false`, this process hears of every change. */
export function setInStep(to: boolean): void {
  inStep = to
  for (const { cache } of caches) cache.forget()
}

/** Whether this process caches at all. */
export function isInStep(): boolean {
  return inStep
}

/** What is cached of one table, or of all, is loaded anew for the next who asks. */
export function outdate(table?: CachedTable): void {
  for (const { tables, cache } of caches) if (!table || tables.includes(table)) cache.outdate()
}

/** What could not be loaded anew, and so has stayed as it was, is tried again for the next who asks. */
export function retryFailed(): void {
  for (const { cache } of caches) cache.retryFailed()
}

function cacheOf<T>(name: string, load: () => Promise<T>): Cache<T> {
  let changes = 0
  let known: { value: T; at: number } | undefined
  let failed = false
  let loading: { promise: Promise<T>; at: number } | undefined
  let waiting: Promise<T> | undefined

  async function renewed(at: number): Promise<T> {
    try {
      known = { value: await load(), at }
      failed = false
    } catch (error) {
      if (!known) throw error
      // What was known last counts until the database answers again.
      log.error({ err: error, cached: name }, 'What is cached could not be renewed')
      known = { value: known.value, at }
      failed = true
    }
    return known.value
  }

  function begin(): Promise<T> {
    const begun = { at: changes, promise: renewed(changes) }
    loading = begun
    const end = () => {
      if (loading === begun) loading = undefined
    }
    begun.promise.then(end, end)
    return begun.promise
  }

  return {
    async read() {
      if (known?.at === changes) return known.value
      if (!loading) return begin()
      if (loading.at === changes) return loading.promise
      // That load may have missed the change. All who ask since then wait for the same one after it.
      const next = () => {
        waiting = undefined
        return begin()
      }
      waiting ??= loading.promise.then(next, next)
      return waiting
    },
    outdate() {
      changes += 1
    },
    retryFailed() {
      if (failed) changes += 1
    },
    forget() {
      changes += 1
      known = undefined
      failed = false
    },
  }
}
