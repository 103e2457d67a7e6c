// State: one copy in a process.
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { impatient } from './impatient'
import { outliving } from './lost-connections'
import { preparing } from './prepared-statements'
import { type Replaceable, replaceable } from './replaceable'
import * as schema from './schema/index'
import { type At, forPostgres } from './server-address/drivers'

export type Database = PostgresJsDatabase<typeof schema>
export type Sql = postgres.Sql

let pool: Replaceable | undefined
let opened: Database | undefined
let plain: Sql | undefined
let single: Replaceable | undefined
let beside: Database | undefined
let listener: Sql | undefined

/** Connections of a process's pool, where nobody says another number. */
export const USUAL_POOL = 10

/**
 * Opens the process's pool. Called once, at start. `prepared`: whether its connections may keep statements prepared;
 * `direct`: the server itself, where a pooler stands in front, which hands on nobody's words to who listens.
 */
export function connect(at: At, { max = USUAL_POOL, prepared = true, direct = at } = {}): Database {
  const settings = { ...forPostgres(at, 'dear-mp'), prepare: prepared }
  pool ??= replaceable(postgres({ ...settings, max }))
  single ??= replaceable(postgres({ ...settings, max: 1 }))
  // Its own: the pool's ends with the pool, where that is replaced.
  listener ??= postgres({ ...forPostgres(direct, 'dear-mp'), max: 1 })
  return database()
}

/** What the database's notices are heard by. Throws when {@link connect} was not called. */
export function listening(): Sql {
  if (!listener) throw new Error('The database is not connected yet.')
  return listener
}

/** The process's pool itself, for what Drizzle has no word for. Throws when {@link connect} was not called. */
export function connection(): Sql {
  if (!pool) throw new Error('The database is not connected yet.')
  plain ??= impatient(pool.sql, pool)
  return plain
}

/** The process's database. Throws when {@link connect} was not called. */
export function database(): Database {
  if (!pool) throw new Error('The database is not connected yet.')
  opened ??= of(pool)
  return opened
}

/**
 * The same database by a connection beside the pool, which no transaction ever has: for what transactions themselves may
 * wait for. With the pool's own they could all have one, and wait for ever.
 */
export function besidePool(): Database {
  if (!single) throw new Error('The database is not connected yet.')
  beside ??= of(single)
  return beside
}

function of(one: Replaceable): Database {
  return drizzle(impatient(outliving(preparing(one.sql)), one), { schema })
}

/** Closes the pool, waiting at most `seconds` for statements under way. */
export async function disconnect(seconds = 5): Promise<void> {
  await Promise.all([...new Set([pool?.sql, single?.sql, listener])].map((each) => each?.end({ timeout: seconds })))
  pool = undefined
  plain = undefined
  listener = undefined
  opened = undefined
  single = undefined
  beside = undefined
}
