import pg from 'pg'
import { type At, forPg } from '../server-address/drivers'

/** Where what a backup holds stands. */
export const SCHEMAS = `('public', 'graphile_worker')`
/** In a statement on `pg_class` as c: what is ours or the job queue's. What migrations write of themselves they make anew. */
export const OURS = `n.nspname in ${SCHEMAS} and not (n.nspname = 'graphile_worker' and c.relname = 'migrations')`

/** How values are written as text: the same whatever the server, the role or the database say. */
const AS_WRITTEN = `
  set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set bytea_output = 'hex'; set extra_float_digits = 1; set statement_timeout = 0; set lock_timeout = 0;
  set idle_in_transaction_session_timeout = 0; set synchronize_seqscans = off`

/** Does `work` by a connection of its own to the server itself, which is closed then. */
export async function inSession<T>(at: At, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(forPg(at, 'dear-mp backup'))
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(AS_WRITTEN)
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A name within a schema, as a statement has it. */
export function named({ schema, name }: { schema: string; name: string }): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`
}
