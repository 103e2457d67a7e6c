import { setImmediate as turn } from 'node:timers/promises'
import type postgres from 'postgres'
import { DatabaseAway, isDatabaseAway } from './away'
import { beginWait } from './patience'
import type { Replaceable } from './replaceable'
import { beginStatement } from './watched-statements'

/** How long a statement that was cancelled, or a transaction that ends, may take: whoever is there heeds that at once. */
const GRACE_MS = 1000
/** Until a server that has fallen silent is heard again, nobody waits for it as long as the first who found out. */
const IN_SILENCE_MS = 2000
/** By then every other that waits has had a connection, or given up. */
const STUCK_MS = 60_000

/** What of the driver's (3.4.9) statement its type does not tell. */
type Asked = Promise<unknown> & {
  state: object | null
  canceller(asked: Asked): Promise<void>
}
type Call = (...given: unknown[]) => unknown
type Work = (inner: object) => unknown
type Wait = ReturnType<typeof beginWait>

/**
 * A client of `pool` whose `unsafe` statements, which are all that Drizzle makes, and whose transactions wait no longer
 * than the work under way may ({@link beginWait}): for a connection, an answer, a lock, the end. What takes longer fails
 * with {@link DatabaseAway} and is cancelled; where the server does not heed even that, all connections are given up.
 */
export function impatient(sql: postgres.Sql, pool: Pick<Replaceable, 'replace' | 'told'>): postgres.Sql {
  const server = { heardAt: 0, isSilent: false }
  const heard = () => Object.assign(server, { heardAt: performance.now(), isSilent: false })
  const replace = () => {
    server.isSilent = true
    pool.replace()
  }
  const mostOf = ({ most, isWaitedFor }: Wait) =>
    server.isSilent && isWaitedFor ? Math.min(most, IN_SILENCE_MS) : most
  const statement = (own: Call, isInner: boolean): Call => {
    return (...given) => limited(own(...given) as Asked, isInner, given[0])
  }
  return replaced(sql, {
    unsafe: (own) => statement(own, false),
    begin: (own) => begun(own),
  })

  function limited(asked: Asked, isInner: boolean, text: unknown): Asked {
    let answer: Promise<unknown> | undefined
    const ask = () => (answer ??= answered(asked, isInner, text))
    const limiting: Asked = new Proxy(asked, {
      get(target, name) {
        if (name === 'then' || name === 'catch' || name === 'finally') return ask()[name].bind(ask())
        const own: unknown = Reflect.get(target, name)
        if (typeof own !== 'function') return own
        return (...given: unknown[]) => {
          const came: unknown = Reflect.apply(own, target, given)
          return came === target ? limiting : came
        }
      },
    })
    return limiting
  }

  function answered(asked: Asked, isInner: boolean, text: unknown): Promise<unknown> {
    const wait = beginWait()
    if (wait.most === 0) return gaveUp(wait)
    const since = performance.now()
    const tellEnd = beginStatement(text)
    let isOver = false
    return new Promise((resolve, reject) => {
      const late = after(mostOf(wait), () => {
        reject(gone(wait))
        tellEnd(new DatabaseAway())
        if (asked.state) asked.canceller(asked).catch(() => {})
        // The end of its transaction shows whether anybody is there.
        if (isInner) return
        if (asked.state) after(GRACE_MS, () => isOver || replace())
        else if (server.heardAt < since) replace()
      })
      const ended = (error?: unknown) => {
        isOver = true
        late.cancel()
        tellEnd(error)
        if (isDatabaseAway(error)) wait.vain()
        else heard()
        wait.end()
      }
      asked.then(
        (given) => {
          ended()
          resolve(given)
        },
        (error) => {
          ended(error)
          reject(error)
        },
      )
    })
  }

  function begun(own: Call): Call {
    return (...given) => {
      const work = given.pop() as Work
      return new Promise((resolve, reject) => {
        let wait: Wait = beginWait()
        if (wait.most === 0) return resolve(gaveUp(wait))
        const since = performance.now()
        let [isOver, hasBegun] = [false, false]
        const giveUp = () => {
          isOver = true
          reject(gone(wait))
        }
        let late = after(mostOf(wait), () => {
          giveUp()
          if (server.heardAt < since) replace()
          // It may still wait for a connection, since all are in use; or for an answer of its own.
          else after(STUCK_MS, () => hasBegun || replace())
        })
        const stopWaiting = () => {
          late.cancel()
          wait.end()
        }
        pool.told.add(giveUp)
        const done = own(...given, async (inner: object) => {
          hasBegun = true
          stopWaiting()
          heard()
          if (isOver) throw new DatabaseAway()
          try {
            return await work(ofTransaction(inner))
          } finally {
            wait = beginWait()
            late = after(Math.max(mostOf(wait), GRACE_MS), () => {
              giveUp()
              replace()
            })
          }
        }) as Promise<unknown>
        done
          .finally(() => {
            hasBegun = true
            stopWaiting()
            pool.told.delete(giveUp)
          })
          .then(resolve, (error) => {
            if (isDatabaseAway(error)) wait.vain()
            reject(error)
          })
      })
    }
  }

  function ofTransaction(inner: object): object {
    return replaced(inner, {
      unsafe: (own) => statement(own, true),
      savepoint:
        (own) =>
        (...given) => {
          const work = given.pop() as Work
          return own(...given, (part: object) => work(ofTransaction(part)))
        },
    })
  }
}

/** Ends a wait that was in vain; gives what is said of it. */
function gone(wait: Wait): DatabaseAway {
  wait.vain()
  wait.end()
  return new DatabaseAway()
}

async function gaveUp(wait: Wait): Promise<never> {
  throw gone(wait)
}

/** A timer that lets what has come meanwhile be read first, where this process itself was late. */
function after(ms: number, work: () => void): { cancel(): void } {
  let isCancelled = false
  const timer = setTimeout(async () => {
    await turn()
    if (!isCancelled) work()
  }, ms).unref()
  return {
    cancel: () => {
      isCancelled = true
      clearTimeout(timer)
    },
  }
}

function replaced<Client extends object>(client: Client, by: Record<string, (own: Call) => Call>): Client {
  return new Proxy(client, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name)
      const replacing = by[String(name)]
      if (typeof own !== 'function' || !replacing) return own
      return replacing((...given) => Reflect.apply(own, target, given))
    },
  })
}
