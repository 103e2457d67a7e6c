// State: one copy in a process.

import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { bulkhead, TaskCancelledError, TimeoutStrategy, timeout, wrap } from 'cockatiel'
import Tinypool from 'tinypool'
import { log } from '@/lib/kernel/log'
import { MINUTE } from '@/lib/kernel/time/durations'

/** One core is left for answering; more than two threads would take a small server's memory. */
const THREADS = Math.max(1, Math.min(2, availableParallelism() - 1))
export const WAITING_MOST = 16
const IDLE_MS = MINUTE
const THREAD_MEGABYTES = 256

type Settings = {
  /** The module that the threads run. */
  file?: string
  threads?: number
  /** A drawing that takes longer is stuck: its thread is ended, in milliseconds. */
  longest?: number
}

export type Pool = {
  run(order: unknown): Promise<unknown>
  /** How many threads there are just now. */
  threads(): number
  close(): Promise<void>
}

/**
 * Threads that draw, begun when something is to be drawn and ended when nothing has been for a minute. So many wait at
 * most: an order beyond is refused by cockatiel's bulkhead, one that takes too long by its timeout.
 */
export function drawingPool({ file = threadFile(), threads = THREADS, longest = 10_000 }: Settings = {}): Pool {
  const pool = new Tinypool({
    filename: file,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES },
  })
  // A thread that falls while it draws nothing: the next one is begun when it is needed.
  pool.on('error', (error) => log.error({ err: error }, 'A drawing thread fell'))
  // Counted from when it is begun: how long one waits follows from how many may.
  const policy = wrap(bulkhead(threads, WAITING_MOST), timeout(longest, TimeoutStrategy.Aggressive))
  return {
    run: (order) =>
      policy.execute(({ signal }) =>
        pool.run(order, { signal }).catch((error) => {
          throw signal.aborted ? new TaskCancelledError() : error
        }),
      ),
    threads: () => pool.threads.length,
    close: () => pool.destroy(),
  }
}

let own: Pool | undefined

/** The process's own. */
export function ownPool(): Pool {
  own ??= drawingPool()
  return own
}

/** The module that a thread runs: compiled as this one is, or, with this one as it is written, through what reads TypeScript. */
function threadFile(): string {
  return fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? 'entry.mjs' : 'thread.js', import.meta.url))
}
