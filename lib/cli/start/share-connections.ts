import { USUAL_POOL } from '@/db/client'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'

/** What a process has beside its pool: one for what transactions wait for, one that listens. */
const BESIDE = 2
/** The worker listens for letters and has a pool for its queue. */
const OF_QUEUE = USUAL_POOL + 1
/** For commands, a backup, and what PostgreSQL keeps for its superuser. */
const FOR_OTHERS = 10
const LEAST_POOL = 2

type Asked = {
  /** `WEB_PROCESSES`; `null` where it is not set. */
  set: number | null
  /** As many as fit the machine. */
  usual: number
  /** `DATABASE_POOL`; `null` where it is not set. */
  pool: number | null
  hasWorker: boolean
  /** How many connections the server takes in all. */
  server: number
}

/**
 * How many web processes there are, and how many connections each may have in its pool, so that all together stay under
 * what the server takes: smaller pools first, then fewer processes. Throws {@link ExpectedFailure} where a number was set
 * that does not go.
 */
export function shareConnections({ set, usual, pool, hasWorker, server }: Asked): { processes: number; pool: number } {
  const ofFirst = (pool ?? USUAL_POOL) + BESIDE + (hasWorker ? OF_QUEUE : 0)
  const left = server - FOR_OTHERS - ofFirst
  const poolOf = (processes: number) =>
    Math.min(pool ?? USUAL_POOL, Math.floor((left - processes * BESIDE) / processes))
  for (let processes = set ?? usual; processes > 1; processes--) {
    const each = poolOf(processes)
    if (each >= (pool ?? LEAST_POOL)) return { processes, pool: each }
    if (set !== null) {
      const wanted = server - left + processes * ((pool ?? LEAST_POOL) + BESIDE)
      throw new ExpectedFailure(
        `WEB_PROCESSES ${processes} want at least ${wanted} connections to the database, and its server takes ${server}. Set fewer, or raise its max_connections.`,
      )
    }
  }
  return { processes: 1, pool: pool ?? USUAL_POOL }
}
