// State: one copy in a process.
import { AsyncLocalStorage } from 'node:async_hooks'

/** How long a piece of work may still wait for the database, in milliseconds, and whether it waited in vain. */
type Patience = { left: number; waiting: number; since: number; over: boolean; away: boolean }

/** Work that nobody waits for ends by itself: it is given up only where the database has fallen silent. */
const LONGEST_MS = 15 * 60_000

const storage = new AsyncLocalStorage<Patience>()

/** What {@link withPatience} hands to its work. */
export type Waited = {
  /** Nobody waits any longer: what goes on may take its time. */
  end(): void
  /** Whether the database could not be reached, or took too long. */
  inVain(): boolean
}

/** Does `work`, which may wait for the database for so many milliseconds in all. */
export function withPatience<T>(ms: number, work: (waited: Waited) => T): T {
  const patience = { left: ms, waiting: 0, since: 0, over: false, away: false }
  const end = () => {
    patience.over = true
  }
  return storage.run(patience, () => work({ end, inVain: () => patience.away }))
}

/** Whether the work under way has found the database away. */
export function waitedInVain(): boolean {
  return storage.getStore()?.away === true
}

/** A wait that begins now: how long it may take, what ends it, and what notes that it was in vain. */
export function beginWait(): { most: number; isWaitedFor: boolean; end(): void; vain(): void } {
  const patience = storage.getStore()
  if (!patience || patience.over) return { most: LONGEST_MS, isWaitedFor: false, end: () => {}, vain: () => {} }
  const now = performance.now()
  if (patience.waiting === 0) patience.since = now
  patience.waiting += 1
  let ended = false
  return {
    most: Math.max(0, Math.ceil(patience.left - (now - patience.since))),
    isWaitedFor: true,
    end: () => {
      if (ended) return
      ended = true
      patience.waiting -= 1
      if (patience.waiting === 0) patience.left -= performance.now() - patience.since
    },
    vain: () => {
      patience.away = true
    },
  }
}
