import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { childEnvironment } from '@/lib/kernel/env'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { log } from '@/lib/kernel/log'
import { MINUTE, SECOND } from '@/lib/kernel/time/durations'
import { alsoCountedBy } from '@/lib/metrics/compose'
import { connectionsFor, READY } from './hand-connections'
import { listenAt } from './listening'
import { answerForMetrics, countedBy } from './metrics-between-processes'

/** What a web process is told to end. */
export const STOP = 'stop'
/** What its command line says of a web process. */
export const IS_WEB = '--web'
/** One that lived for so long had started well: another takes its place at once. */
const LIVED_MS = 10 * SECOND
const LONGEST_WAIT_MS = MINUTE
/** A little more than it takes by itself for what is under way. */
const STOPPED_IN_MS = 20 * SECOND

type Given = {
  /** The module that each of them runs. */
  file: string
  processes: number
  /** Connections to the database in the pool of each. */
  pool: number
  port: number
  host: string | null
  /** What any of them tells Prometheus of all. */
  compose: () => Promise<string>
}

/**
 * Starts web processes, waits until all of them can answer, and listens for them. One that ends is replaced, at once where
 * it had lived for a while, later and later where it falls in starting. Gives what stops them all. Throws
 * {@link ExpectedFailure} when one of them cannot start, or the port is taken.
 */
export async function startWebProcesses({
  file,
  processes,
  pool,
  port,
  host,
  compose,
}: Given): Promise<() => Promise<void>> {
  const connections = connectionsFor()
  const living = new Set<ChildProcess>()
  const waiting = new Set<NodeJS.Timeout>()
  let [stopping, fallen] = [false, 0]
  alsoCountedBy(() => countedBy(living))
  const begin = (): ChildProcess => {
    const began = performance.now()
    const child = fork(file, [IS_WEB], { env: childEnvironment({ DATABASE_POOL: String(pool) }) })
    living.add(child)
    connections.join(child)
    answerForMetrics(child, compose)
    child.once('exit', (status, signal) => {
      living.delete(child)
      if (stopping) return
      fallen = performance.now() - began < LIVED_MS ? fallen + 1 : 0
      const wait = fallen === 0 ? 0 : Math.min(SECOND * 2 ** (fallen - 1), LONGEST_WAIT_MS)
      log.error({ status, signal, secondsToWait: wait / SECOND }, 'A web process has ended: another takes its place')
      const timer = setTimeout(() => {
        waiting.delete(timer)
        begin()
      }, wait)
      waiting.add(timer)
    })
    return child
  }
  const stop = async () => {
    stopping = true
    for (const timer of waiting) clearTimeout(timer)
    await Promise.all([...living].map(ended))
  }
  try {
    await Promise.all(Array.from({ length: processes }, () => ready(begin())))
    const listening = await listenAt(connections.server, port, host)
    return async () => {
      await Promise.all([listening.close(), stop()])
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function ready(child: ChildProcess): Promise<void> {
  const [said] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  if (said !== READY) throw new ExpectedFailure('A web process could not start: it has said why.')
}

async function ended(child: ChildProcess): Promise<void> {
  const end = once(child, 'exit')
  const late = setTimeout(() => child.kill('SIGKILL'), STOPPED_IN_MS)
  if (child.connected) child.send(STOP)
  await end
  clearTimeout(late)
}
