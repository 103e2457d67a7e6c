import { sql } from 'drizzle-orm'
import { withDatabase } from '@/lib/cli/with-database'
import type { Context } from '@/lib/kernel/context'
import { unseal } from '@/lib/kernel/secrets/crypto'
import { reseal } from '@/lib/privacy/keys/reseal'
import { type SealedTable, sealedTables, textOf } from '@/lib/privacy/keys/sealed-columns'

const AT_ONCE = 2000

/** The half of the bench of resealing that runs with other keys, in a process of its own, so that its memory is its own. */
await withDatabase(async (ctx) => {
  const before = peak()
  const began = performance.now()
  const done = process.argv[2] === 'open' ? await openAll(ctx) : await reseal(ctx)
  console.log(JSON.stringify({ ...done, seconds: (performance.now() - began) / 1000, before, memory: peak() }))
})

/** Opens every value that is stored. */
async function openAll(ctx: Context): Promise<{ values: number; unopened: number }> {
  const all = { values: 0, unopened: 0 }
  for (const table of sealedTables) {
    for (let after: string | null = null; ; ) {
      const rows: Row[] = await rowsAfter(ctx, table, after)
      for (const row of rows) count(all, table, row)
      after = rows.at(-1)?.key ?? null
      if (after === null) break
    }
  }
  return all
}

type Row = { key: string; row_id: string } & Record<`sealed_${number}`, string | null>

async function rowsAfter({ db }: Context, one: SealedTable, after: string | null): Promise<Row[]> {
  const columns = one.columns.map((column, at) => sql.raw(`${textOf(column)} as sealed_${at}`))
  const rows = await db.execute<Row>(sql`
    select ${sql.raw(one.key)}::text as key, ${sql.raw(one.rowId)} as row_id, ${sql.join(columns, sql`, `)}
    from ${sql.raw(one.table)}
    where ${sql.raw(one.only ?? 'true')} and ${after === null ? sql`true` : sql`${sql.raw(one.key)} > ${after}::${sql.raw(one.type)}`}
    order by ${sql.raw(one.key)} limit ${AT_ONCE}`)
  return [...rows]
}

function count(all: { values: number; unopened: number }, { columns }: SealedTable, row: Row): void {
  for (const [at, { field }] of columns.entries()) {
    const sealed = row[`sealed_${at}`]
    if (!sealed) continue
    all.values += 1
    try {
      unseal(sealed, field, row.row_id)
    } catch {
      all.unopened += 1
    }
  }
}

/** The most memory that this process has had so far, in bytes. */
function peak(): number {
  return process.resourceUsage().maxRSS * 1024
}
