import postgres from 'postgres'

/** A pool whose connections can be given up all at once, and who is told when they are. */
export type Replaceable = { sql: postgres.Sql; replace(): void; told: Set<() => void> }

/**
 * A client that stays the same while the pool behind it is replaced: a server that has fallen silent never says that a
 * connection is over, so that each would be waited for in vain.
 */
export function replaceable(first: postgres.Sql): Replaceable {
  let pool = first
  const told = new Set<() => void>()
  const sql = new Proxy(first, {
    get: (_, name) => Reflect.get(pool, name),
    apply: (_, self, given) => Reflect.apply(pool, self, given),
  })
  return {
    sql,
    told,
    replace() {
      const given = pool
      // Options that it has read already it takes as they are, with what Drizzle has set in them.
      pool = postgres(given.options as never)
      for (const tell of [...told]) tell()
      given.end({ timeout: 0 }).catch(() => {})
    },
  }
}
