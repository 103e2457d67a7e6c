import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, inject } from 'vitest'
import { connect, type Database, disconnect, type Sql } from './client'

/** What some test files need beyond the tables, or beyond what is prepared already: made once in a run, and copied. */
export type Prepared = { name: string; from?: Prepared; prepare: (db: Database) => Promise<void> }

let database: Promise<Database> | undefined

/**
 * This test file's own copy of the migrated database, or of what its first caller wants `prepared`, made at the
 * first call and dropped at the end. It is the process's database as well, so that `database()` gives
 * it too.
 */
export function testDatabase(prepared?: Prepared): Promise<Database> {
  database ??= freshDatabase(prepared ?? 'migrated').then((url) => connect(url))
  return database
}

/** Where another process finds the database that this test file works on. */
export async function databaseUrl(db: Database): Promise<string> {
  const [row] = await db.execute<{ name: string }>(sql`select current_database() as name`)
  return urlOf(row?.name ?? '')
}

/**
 * Another database: its address. A copy of the migrated one, or `'empty'`. For tests that commit, or that
 * need several connections. Dropped at the end of the test file.
 */
export async function freshDatabase(from: 'migrated' | 'empty' | Prepared = 'migrated'): Promise<string> {
  const template = typeof from === 'object' ? await preparedTemplate(from) : from === 'empty' ? 'template1' : migrated()
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer((admin) => copy(admin, template, name))
  made.push(name)
  return urlOf(name)
}

/** The first test file that asks makes it; the others wait for that one. */
async function preparedTemplate({ name, from, prepare }: Prepared): Promise<string> {
  const template = from ? await preparedTemplate(from) : migrated()
  await administer(async (admin) => {
    await admin`select pg_advisory_lock(hashtext(${name}))`
    const [there] = await admin`select 1 from pg_database where datname = ${name}`
    if (there) return
    await admin.unsafe(`drop database if exists ${name}_draft with (force)`)
    await copy(admin, template, `${name}_draft`)
    await prepare(connect(urlOf(`${name}_draft`)))
    await disconnect()
    await admin.unsafe(`alter database ${name}_draft rename to ${name}`)
  })
  return name
}

/** File by file: where nothing is forced to the disk, that takes a third of what writing each page to the log does. */
function copy(admin: Sql, template: string, name: string): Promise<unknown> {
  return admin.unsafe(`create database ${name} template ${template} strategy file_copy`)
}

/**
 * The tables, ours and the job queue's, where a row written out as text holds `needle` in any column, in any
 * case: for tests of what is stored in the clear.
 */
export async function tablesHolding({ db }: { db: Database }, needle: string): Promise<string[]> {
  const tables = await db.execute<{ name: string }>(sql`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`)
  const holding: string[] = []
  for (const { name } of tables) {
    const found = await db.execute(
      sql`select 1 from ${sql.raw(name)} as one where strpos(lower(one::text), lower(${needle})) > 0 limit 1`,
    )
    if (found.length > 0) holding.push(name)
  }
  return holding
}

const made: string[] = []

afterAll(async () => {
  await disconnect()
  for (const name of made.splice(0)) await administer((admin) => drop(admin, name))
})

/** A vacuum that the server has begun by itself may not be ended by us: it is over in a moment. */
async function drop(admin: Sql, name: string, tries = 40): Promise<void> {
  try {
    await admin.unsafe(`drop database if exists ${name} with (force)`)
  } catch (error) {
    if (tries <= 1 || !(error instanceof postgres.PostgresError) || error.code !== '42501') throw error
    await new Promise((resolve) => setTimeout(resolve, 250))
    await drop(admin, name, tries - 1)
  }
}

const migrated = () => new URL(templateUrl()).pathname.slice(1)
const urlOf = (name: string) => new URL(`/${name}`, templateUrl()).href

function templateUrl(): string {
  const url = inject('templateUrl')
  if (!url) throw new Error('A test without a database asks for one: see db/testing-projects.ts.')
  return url
}

/** From beside the templates: a database that is being copied must have no connection. */
async function administer(work: (admin: Sql) => Promise<unknown>): Promise<void> {
  await onDatabase(urlOf('postgres'), work)
}

/** Does something on the database at `url` by a connection of its own, which is closed then. */
export async function onDatabase<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
