import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema/index'

export type Database = PostgresJsDatabase<typeof schema>
export type Sql = postgres.Sql

// The web server and the pages that Next bundles live in one process and must share one pool.
const shared = globalThis as typeof globalThis & { dearMpSql?: Sql; dearMpDatabase?: Database }

/** Opens the process's pool on `url`. Called once, at start. */
export function connect(url: string, max = 10): Database {
  shared.dearMpSql ??= postgres(url, { max, onnotice: () => {}, connection: { application_name: 'dear-mp' } })
  return database()
}

/** The process's pool itself, for what Drizzle has no word for. Throws when {@link connect} was not called. */
export function connection(): Sql {
  if (!shared.dearMpSql) throw new Error('The database is not connected yet.')
  return shared.dearMpSql
}

/** The process's database. Throws when {@link connect} was not called. */
export function database(): Database {
  shared.dearMpDatabase ??= drizzle(connection(), { schema })
  return shared.dearMpDatabase
}

/** Closes the pool, waiting at most `seconds` for statements under way. */
export async function disconnect(seconds = 5): Promise<void> {
  await shared.dearMpSql?.end({ timeout: seconds })
  shared.dearMpSql = undefined
  shared.dearMpDatabase = undefined
}
