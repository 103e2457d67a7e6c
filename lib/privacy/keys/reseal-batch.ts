import { sql } from 'drizzle-orm'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { type SealedField, seal, Unsealable, unseal } from '@/lib/kernel/secrets/crypto'
import { isStale, isStaleIn, rowsOf } from './count-stale'
import { type SealedTable, textOf } from './sealed-columns'

/** `last`: the row to go on after; `null` at the end. `unopened`: where values stand that no key opens. */
export type Batch = { values: number; unopened: string[]; last: string | null }

/** Seals some rows of a table anew, from the one after `after`, in one transaction. */
export function resealBatch(ctx: Context, one: SealedTable, after: string | null, most: number): Promise<Batch> {
  return inTransaction(ctx, async (inner) => {
    const rows = await locked(inner, one, after, most)
    const batch: Batch = { values: 0, unopened: [], last: rows.length === most ? (rows.at(-1)?.key ?? null) : null }
    const anew = rows.map((row) => ({ key: row.key, values: sealedAnew(one, row, batch) }))
    if (batch.values > 0) await put(inner, one, anew)
    return batch
  })
}

type Row = { key: string; row_id: string } & Record<`sealed_${number}`, string | null>
type Anew = { key: string; values: (string | null)[] }

/** Rows that others are changing are left out: nobody waits for us, nor we for them, so that no two wait for each other. */
async function locked({ db }: Context, one: SealedTable, after: string | null, most: number): Promise<Row[]> {
  const columns = one.columns.map((column, at) => sql.raw(`${textOf(column)} as sealed_${at}`))
  const further = after === null ? sql`true` : sql`${sql.raw(one.key)} > ${after}::${sql.raw(one.type)}`
  // Read unchecked: batches over whole tables, whose columns are named by what is resealed.
  const rows = await db.execute<Row>(sql`
    select ${sql.raw(one.key)}::text as key, ${sql.raw(one.rowId)} as row_id, ${sql.join(columns, sql`, `)}
    from ${sql.raw(one.table)}
    where ${rowsOf(one)} and ${further} and (${sql.join(one.columns.map(isStaleIn), sql` or `)})
    order by ${sql.raw(one.key)}
    limit ${most}
    for no key update skip locked`)
  return [...rows]
}

function sealedAnew({ table, columns }: SealedTable, row: Row, batch: Batch): (string | null)[] {
  return columns.map(({ field }, at) => {
    const before = row[`sealed_${at}`] ?? null
    if (before === null || !isStale(before)) return before
    const opened = openedOrNull(before, field, row.row_id)
    if (opened === null) {
      batch.unopened.push(`${field} of ${table} ${row.key}`)
      return before
    }
    batch.values += 1
    return seal(opened, field, row.row_id)
  })
}

/** One value that no key opens does not keep the others under the old key. */
function openedOrNull(sealed: string, field: SealedField, rowId: string): string | null {
  try {
    return unseal(sealed, field, rowId)
  } catch (error) {
    if (error instanceof Unsealable) return null
    throw error
  }
}

async function put({ db }: Context, one: SealedTable, anew: Anew[]): Promise<void> {
  const sets = one.columns.map(({ column, isJson }, at) =>
    sql.raw(`${column} = ${isJson ? `to_jsonb(anew.value_${at})` : `anew.value_${at}`}`),
  )
  const names = one.columns.map((_, at) => sql.raw(`value_${at}`))
  const given = one.columns.map((_, at) => sql`${sql.param(anew.map(({ values }) => values[at] ?? null))}::text[]`)
  await db.execute(sql`
    update ${sql.raw(one.table)} as here set ${sql.join(sets, sql`, `)}
    from unnest(${sql.param(anew.map(({ key }) => key))}::${sql.raw(one.type)}[], ${sql.join(given, sql`, `)})
      as anew(key, ${sql.join(names, sql`, `)})
    where here.${sql.raw(one.key)} = anew.key`)
}
