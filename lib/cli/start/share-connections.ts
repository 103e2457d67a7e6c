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

/** Web processes, the connections in the pool of each, and how many all that is started holds at most. */
type Shared = { processes: number; pool: number; connections: number }

/**
 * How many web processes there are, and how many connections each may have in its pool, so that all together stay under
 * what the server takes: smaller pools first, then fewer processes. Throws {@link ExpectedFailure} where a number was set
 * that does not go.
 */
export function shareConnections({ set, usual, pool, hasWorker, server }: Asked): Shared {
  const ofFirst = (pool ?? USUAL_POOL) + BESIDE + (hasWorker ? OF_QUEUE : 0)
  const left = server - FOR_OTHERS - ofFirst
  const poolOf = (processes: number) =>
    Math.min(pool ?? USUAL_POOL, Math.floor((left - processes * BESIDE) / processes))
  for (let processes = set ?? usual; processes > 1; processes--) {
    const each = poolOf(processes)
    if (each >= (pool ?? LEAST_POOL))
      return { processes, pool: each, connections: ofFirst + processes * (each + BESIDE) }
    if (set !== null) {
      const wanted = server - left + processes * ((pool ?? LEAST_POOL) + BESIDE)
      throw new ExpectedFailure(
        `WEB_PROCESSES ${processes} want at least ${wanted} connections to the database, and its server takes ${server}. Set fewer, or raise its max_connections.`,
      )
    }
  }
  return { processes: 1, pool: pool ?? USUAL_POOL, connections: ofFirst }
}

/**
 * What is said where this start alone may want more connections than its server can give; `null` where it has enough.
 * Those of other machines are not known here: what all of them say is added up by whoever runs them.
 */
export function tooManyConnections(connections: number, server: number): string | null {
  if (connections <= server - FOR_OTHERS) return null
  return `This start holds up to ${connections} connections to the database, and its server takes ${server}, of which ${FOR_OTHERS} are left for commands and backups. Set a smaller DATABASE_POOL, or raise its max_connections.`
}
