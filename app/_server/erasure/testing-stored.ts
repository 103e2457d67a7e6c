import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Context } from '@/lib/kernel/context'
import { unseal } from '@/lib/kernel/secrets/crypto'
import { sealedTables, textOf } from '@/lib/privacy/keys/sealed-columns'

/** What a place holds: a table's rows or a file, written out, and what is sealed in them opened. */
type Stored = { place: string; holds: string }

/** Every row of every table, ours and the job queue's, and every file under `DATA_DIR`, in lower case. */
export async function everythingStored(ctx: Context): Promise<Stored[]> {
  return [...(await tables(ctx)), ...(await sealed(ctx)), ...(await files())]
}

async function tables({ db }: Context): Promise<Stored[]> {
  const all = await db.execute<{ name: string }>(sql`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`)
  const stored: Stored[] = []
  for (const { name } of all) {
    const rows = await db.execute<{ row: string }>(sql.raw(`select lower(one::text) as row from ${name} one`))
    stored.push({ place: name, holds: rows.map(({ row }) => row).join('\n') })
  }
  return stored
}

async function sealed({ db }: Context): Promise<Stored[]> {
  const stored: Stored[] = []
  for (const { table, rowId, columns, only = 'true' } of sealedTables) {
    for (const column of columns) {
      const value = textOf(column)
      const rows = await db.execute<{ id: string; value: string }>(
        sql.raw(`select ${rowId} as id, ${value} as value from ${table} where ${value} is not null and ${only}`),
      )
      const opened = rows.map((row) => unseal(row.value, column.field, row.id).toLowerCase())
      stored.push({ place: `${table}.${column.column}`, holds: opened.join('\n') })
    }
  }
  return stored
}

/** The local mailbox stands for other people's mailboxes; the embedded server's own files are read as tables above. */
async function files(): Promise<Stored[]> {
  const folder = process.env.DATA_DIR ?? ''
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const own = entries.filter((entry) => entry.isFile() && !/[/\\](mailbox|postgres)([/\\]|$)/.test(entry.parentPath))
  return Promise.all(
    own.map(async ({ parentPath, name }) => ({
      place: name,
      holds: (await readFile(join(parentPath, name), 'latin1')).toLowerCase(),
    })),
  )
}
