import type postgres from 'postgres'

/** So many statements are kept prepared at most: each takes memory of every connection, here and in the database. */
export const PREPARED_MOST = 300
/** One that was asked so often is asked again and again; one with a list of ids is another for each length. */
const OFTEN = 3
const COUNTED_MOST = 2000

/** Tells which statements are worth preparing, by how often they were asked; of a bounded number of them. */
export function worthPreparing(): (statement: string) => boolean {
  const worth = new Set<string>()
  const asked = new Map<string, number>()
  return (statement) => {
    if (worth.has(statement)) return true
    if (worth.size === PREPARED_MOST) return false
    const times = (asked.get(statement) ?? 0) + 1
    if (times < OFTEN) {
      if (asked.size === COUNTED_MOST) asked.clear()
      asked.set(statement, times)
      return false
    }
    asked.delete(statement)
    worth.add(statement)
    return true
  }
}

/**
 * A client whose `unsafe` statements, which are all that Drizzle makes, are kept prepared by each connection where they
 * are `worth` it: asked in one round, and neither parsed nor, mostly, planned anew. Also within its transactions.
 */
export function preparing(sql: postgres.Sql, worth = worthPreparing()): postgres.Sql {
  return wrapped(sql, worth)
}

function wrapped<Client extends object>(client: Client, worth: (statement: string) => boolean): Client {
  return new Proxy(client, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name)
      if (typeof own !== 'function') return own
      if (name === 'unsafe')
        return (statement: string, values?: unknown[], options?: object) => {
          // Without values it goes as it is, in one message, and may be several.
          const prepare = (values?.length ?? 0) > 0 && worth(statement)
          return Reflect.apply(own, target, [statement, values, { ...options, prepare }])
        }
      if (name === 'begin' || name === 'savepoint')
        return (...given: unknown[]) => {
          const work = given.pop() as (inner: object) => unknown
          return Reflect.apply(own, target, [...given, (inner: object) => work(wrapped(inner, worth))])
        }
      return own
    },
  })
}
