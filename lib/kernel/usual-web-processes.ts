import { availableParallelism, totalmem } from 'node:os'

/** What one takes with its caches filled is a quarter of it; the database and the worker want memory too. */
const MEMORY_EACH = 2 ** 30
/** Each keeps connections to the database open, and a server of PostgreSQL has a hundred unless it is told otherwise. */
const MOST = 8

/** So many web processes as this machine has cores, fewer where its memory (that of the container, in one) is small. */
export function usualWebProcesses(
  cores = availableParallelism(),
  memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY),
): number {
  return Math.max(1, Math.min(cores, Math.floor(memory / MEMORY_EACH), MOST))
}
