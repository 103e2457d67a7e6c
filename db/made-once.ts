import type { Database } from './client'

/**
 * A query that is asked again and again, with its text made once for each database: Drizzle makes it anew each time
 * otherwise, which for thirty columns takes as long as all else that this process does for it. What changes from one time
 * to the next stands in it as `sql.placeholder`. A transaction is a database of its own, and has it made anew.
 */
export function madeOnce<Query>(make: (db: Database) => Query): (db: Database) => Query {
  const made = new WeakMap<Database, Query>()
  return (db) => {
    const known = made.get(db)
    if (known) return known
    const query = make(db)
    made.set(db, query)
    return query
  }
}
