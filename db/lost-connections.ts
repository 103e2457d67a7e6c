import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import type postgres from 'postgres'

/** How long after its last word a connection may take to close; another's last word is waited on in vain. */
const CLOSING_MS = 1000

/**
 * A client whose transactions end with their connection. The driver (3.4.9) goes on writing to one that is gone, if only
 * its rollback: that throws where nobody can catch it, which ends the process, and leaves a connection that never connects
 * again (https://github.com/porsager/postgres/issues/1208). Here what a transaction does after that does not reach it.
 */
export function outliving(sql: postgres.Sql): postgres.Sql {
  return withFunction(sql, 'begin', (begin) => (...given) => {
    const lost: Lost = { error: null }
    const work = given.pop() as Work
    const ended = begin(...given, held(work, lost)) as Promise<unknown>
    ended.catch((error: unknown) => {
      lost.error ??= error
    })
    return ended
  })
}

type Work = (inner: object) => unknown
/** Why the transaction has ended, where its own work has not. */
type Lost = { error: unknown }

/** The work of a transaction or a savepoint: where the connection is lost by then, the driver never hears of its end. */
function held(work: Work, lost: Lost): Work {
  return async (inner) => {
    try {
      const done = await work(guarded(inner, lost))
      return lost.error === null ? done : await never()
    } catch (error) {
      // That it is lost comes after the failure of its statement.
      await turn()
      for (const deadline = Date.now() + CLOSING_MS; endsConnection(error) && lost.error === null; await sleep(10)) {
        if (Date.now() > deadline) break
      }
      if (lost.error !== null) return await never()
      throw error
    }
  }
}

function guarded(inner: object, lost: Lost): object {
  const asking = withFunction(inner, 'unsafe', (unsafe) => (...given) => {
    if (lost.error !== null) throw lost.error
    return unsafe(...given)
  })
  return withFunction(asking, 'savepoint', (savepoint) => (...given) => {
    if (lost.error !== null) throw lost.error
    const work = held(given.pop() as Work, lost)
    return savepoint(...given, work)
  })
}

/** Whether a failure, or what it comes from, is the last word of a connection, this one or another. */
function endsConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && String(error.code).startsWith('CONNECTION_')) return true
  return ('severity' in error && /FATAL|PANIC/.test(String(error.severity))) || endsConnection(error.cause)
}

/** The driver's own promise of the transaction has failed already, so that nobody waits for this one. */
const never = () => new Promise<never>(() => {})

type Call = (...given: unknown[]) => unknown

function withFunction<Client extends object>(client: Client, replaced: string, by: (own: Call) => Call): Client {
  return new Proxy(client, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name)
      if (name !== replaced || typeof own !== 'function') return own
      return by((...given) => Reflect.apply(own, target, given))
    },
  })
}
