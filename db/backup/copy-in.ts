import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import type { At } from '../server-address/drivers'
import { type BackupEnd, type BackupTable, DamagedBackup, type Frame } from './frames'
import { inSession, named, OURS, SCHEMAS } from './session'
import { countTransactionsAnew } from './transactions-anew'

/** Whether the database holds nothing of ours yet, nor of anybody's in the schema that ours are made in. */
export function isEmpty(at: At): Promise<boolean> {
  return inSession(at, async (client) => {
    const { rows } = await client.query(`
      select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'drizzle', 'graphile_worker') and c.relkind in ('r', 'p', 'v', 'm', 'S') limit 1`)
    return rows.length === 0
  })
}

/**
 * Puts a backup's rows into tables that were just made for it: all of them or none. `last` is done in the same
 * transaction. Gives how many rows there are.
 */
export function copyIn(at: At, frames: AsyncIterable<Frame>, last: (client: pg.Client) => Promise<void>) {
  return inSession(at, async (client) => {
    await client.query('begin')
    const tables = await tablesIn(client)
    const keys = await foreignKeysOf(client)
    // Rows come as they are: what counts, tells or forbids at a change has had its say, and order is no matter.
    for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`)
    for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
    if (tables.length > 0) await client.query(`truncate ${tables.join(', ')}`)
    const end = await rowsInto(client, frames)
    for (const each of end.sequences)
      await client.query('select setval($1::regclass, $2::bigint, $3)', [named(each), each.value, each.called])
    await client.query(`
      update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null`)
    await client.query(`
      update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null`)
    await countTransactionsAnew(client)
    for (const table of tables) await client.query(`alter table ${table} enable trigger user`)
    for (const { table, name, definition } of keys)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    await last(client)
    await client.query('commit')
    return end.rows
  })
}

/** Takes away what migrations have made: after a restore that failed, nothing of it is left. */
export function emptyAgain(at: At): Promise<void> {
  return inSession(at, async (client) => {
    await client.query('begin')
    await client.query('drop schema if exists drizzle, graphile_worker cascade')
    const { rows } = await client.query(`
      select format('drop table %s cascade', c.oid::regclass) as statement
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`)
    for (const { statement } of rows) await client.query(statement)
    const functions = await client.query(`
      select format('drop function if exists %s cascade', p.oid::regprocedure) as statement
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and p.prokind = 'f'
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`)
    for (const { statement } of functions.rows) await client.query(statement)
    await client.query('commit')
  })
}

async function rowsInto(client: pg.Client, frames: AsyncIterable<Frame>): Promise<BackupEnd> {
  let open: CopyStreamQuery | undefined
  let end: BackupEnd | undefined
  let rows = 0
  let tables = 0
  const close = async () => {
    if (!open) return
    const done = finished(open)
    open.end()
    await done
    rows += open.rowCount
    open = undefined
  }
  for await (const frame of frames) {
    if (frame.kind === 'rows') await give(open, frame.rows)
    else await close()
    if (frame.kind === 'table') {
      tables += 1
      open = client.query(copyFrom(statementFor(frame.table)))
      // Told where it is waited for; an event that nobody hears would end the process.
      open.on('error', () => {})
    }
    if (frame.kind === 'end') end = frame.end
  }
  if (end?.rows !== rows || end.tables !== tables) throw new DamagedBackup()
  return end
}

function statementFor(table: BackupTable): string {
  return `copy ${named(table)} (${table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')}) from stdin`
}

async function give(open: CopyStreamQuery | undefined, rows: Buffer): Promise<void> {
  if (!open) throw new DamagedBackup()
  if (open.errored) throw open.errored
  if (!open.write(rows)) await once(open, 'drain')
}

async function tablesIn(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and ${OURS}`)
  return rows.map(named)
}

async function foreignKeysOf(client: pg.Client): Promise<{ table: string; name: string; definition: string }[]> {
  const { rows } = await client.query(`
    select format('%I.%I', n.nspname, c.relname) as table, quote_ident(k.conname) as name,
      pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and n.nspname in ${SCHEMAS}`)
  return rows
}
