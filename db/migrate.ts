import { readFileSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Sql } from './client'
import { type At, forPostgres } from './server-address/drivers'

const MIGRATIONS = 'dear-mp migrations'

// Any number will do, as long as it stays the same: it names the lock.
const LOCK = 5_471_923

/** Brings a database up to date, by the server itself and no pooler. Of many starts at once, one does it and the others wait. */
export async function migrate(at: At): Promise<void> {
  const sql = postgres({ ...forPostgres(at, MIGRATIONS), max: 1 })
  try {
    if ((await pendingMigrations(sql)) === 0) return
    await sql`select pg_advisory_lock(${LOCK})`
    if ((await pendingMigrations(sql)) > 0) await apply(sql, at)
  } finally {
    // Ends the session, and with it the lock.
    await sql.end({ timeout: 5 })
  }
}

/** Makes the tables of an empty database as they were once our migration of the time `last` was applied. */
export async function migrateUpTo(at: At, last: number): Promise<void> {
  const part = await mkdtemp(join(tmpdir(), 'dear-mp-migrations-'))
  const sql = postgres({ ...forPostgres(at, MIGRATIONS), max: 1 })
  try {
    await cp(folder(), part, { recursive: true, filter: (path) => !path.endsWith('_snapshot.json') })
    const journal = readJournal()
    const entries = journal.entries.filter(({ when }) => when <= last)
    await writeFile(join(part, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }))
    await apply(sql, at, part)
  } finally {
    await sql.end({ timeout: 5 })
    await rm(part, { recursive: true, force: true })
  }
}

/** The newest migrations that this version knows: ours by its time, the job queue's by its number. */
export async function newestMigrations(): Promise<{ ours: number; queues: number }> {
  return { ours: Math.max(...ourMigrations()), queues: Math.max(...(await queueMigrations())) }
}

/** How many migrations, ours and the job queue's, the database still lacks. */
export async function pendingMigrations(sql: Sql): Promise<number> {
  const ours = ourMigrations()
  // Side by side: the health address asks this, and each wait is one more turn behind whatever else goes on.
  const [queues, [tables]] = await Promise.all([
    queueMigrations(),
    sql`
      select to_regclass('drizzle.__drizzle_migrations') is not null as ours,
             to_regclass('graphile_worker.migrations') is not null as queues`,
  ])
  const [applied, done] = await Promise.all([
    tables?.ours ? sql`select created_at from drizzle.__drizzle_migrations` : [],
    tables?.queues ? sql`select id from graphile_worker.migrations` : [],
  ])
  const last = Math.max(0, ...applied.map((row) => Number(row.created_at)))
  const ids = new Set(done.map((row) => Number(row.id)))
  // Drizzle applies what is newer than the newest it has applied.
  return ours.filter((when) => when > last).length + queues.filter((id) => !ids.has(id)).length
}

async function apply(sql: Sql, at: At, migrationsFolder = folder()): Promise<void> {
  const [{ migrate: applyOurs }, { runMigrations }, { queuePool }] = await Promise.all([
    import('drizzle-orm/postgres-js/migrator'),
    import('graphile-worker'),
    import('./server-address/queue-pool'),
  ])
  await applyOurs(drizzle(sql), { migrationsFolder })
  const pgPool = queuePool(at, MIGRATIONS, { max: 1, lost: () => {} })
  await runMigrations({ pgPool }).finally(() => pgPool.end())
}

function ourMigrations(): number[] {
  return readJournal().entries.map(({ when }) => when)
}

function readJournal(): { entries: { when: number }[] } {
  return JSON.parse(readFileSync(join(folder(), 'meta/_journal.json'), 'utf8'))
}

async function queueMigrations(): Promise<number[]> {
  const { migrations } = await import('graphile-worker/dist/generated/sql.js')
  return Object.keys(migrations).map((file) => Number.parseInt(file, 10))
}

// npm starts every command in the project's folder; a module's own address means nothing once it is bundled.
function folder(): string {
  return join(process.cwd(), 'db/migrations')
}
