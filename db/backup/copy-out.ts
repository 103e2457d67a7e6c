import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { At } from '../server-address/drivers'
import type { BackupHead, BackupTable, Frame } from './frames'
import { inSession, named, OURS } from './session'

type Step = { done: number; total: number }
type Found = BackupTable & { bytes: number }

/**
 * Hands on all that the database holds at one moment, frame by frame, while others go on writing. `head` is given what
 * the tables themselves say. Gives how many rows there were.
 */
export async function copyOut(
  at: At,
  head: (found: Pick<BackupHead, 'migration' | 'queueMigration'> & { dataKeys: string[] }) => BackupHead,
  put: (frame: Frame) => Promise<void>,
  onProgress: (step: Step) => void,
): Promise<number> {
  return inSession(at, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    await put({ kind: 'head', head: head(await stateOf(client)) })
    const tables = await tablesIn(client)
    const total = tables.reduce((sum, { bytes }) => sum + bytes, 0)
    let done = 0
    let rows = 0
    for (const { bytes, ...table } of tables) {
      await put({ kind: 'table', table })
      rows += await rowsOf(client, table, put)
      done += bytes
      onProgress({ done, total })
    }
    // Read last: a sequence stands at least as far as any row above has come.
    await put({ kind: 'end', end: { tables: tables.length, rows, sequences: await sequencesIn(client) } })
    await client.query('commit')
    return rows
  })
}

async function rowsOf(client: pg.Client, table: BackupTable, put: (frame: Frame) => Promise<void>): Promise<number> {
  const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const stream = client.query(copyTo(`copy ${named(table)} (${columns}) to stdout`))
  for await (const rows of stream) await put({ kind: 'rows', rows })
  return stream.rowCount
}

async function stateOf(client: pg.Client) {
  const {
    rows: [there],
  } = await client.query(`
    select to_regclass('drizzle.__drizzle_migrations') is not null as ours,
           to_regclass('graphile_worker.migrations') is not null as queues,
           to_regclass('public.data_keys') is not null as keys`)
  const number = async (is: boolean, query: string) => Number(is ? (await client.query(query)).rows[0]?.last : 0)
  const keys = there.keys ? (await client.query('select id from public.data_keys order by since')).rows : []
  return {
    migration: await number(there.ours, 'select max(created_at) as last from drizzle.__drizzle_migrations'),
    queueMigration: await number(there.queues, 'select max(id) as last from graphile_worker.migrations'),
    dataKeys: keys.map(({ id }) => String(id)),
  }
}

async function tablesIn(client: pg.Client): Promise<Found[]> {
  const { rows } = await client.query(`
    select n.nspname as schema, c.relname as name, pg_table_size(c.oid)::float8 as bytes,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and ${OURS}
    order by 1, 2`)
  return rows
}

async function sequencesIn(client: pg.Client) {
  const { rows } = await client.query(`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${OURS} order by 1, 2`)
  const sequences = []
  for (const each of rows) {
    const read = await client.query(`select last_value::text as value, is_called as called from ${named(each)}`)
    sequences.push({ ...each, ...read.rows[0] })
  }
  return sequences
}
