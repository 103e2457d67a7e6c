import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { dataKeys } from '@/lib/kernel/secrets/data-keys'
import { type SealedTable, sealedTables, startOf, startUnder, textOf } from './sealed-columns'

/** How many values are not sealed as a new one would be. */
export async function countStale({ db }: Pick<Context, 'db'>): Promise<number> {
  let stale = 0
  for (const one of sealedTables) {
    const counts = one.columns.map((column) => sql`count(*) filter (where ${isStaleIn(column)})`)
    const [row] = await readRows(
      db,
      z.object({ stale: z.number() }),
      sql`select (${sql.join(counts, sql` + `)})::int as stale from ${sql.raw(one.table)} where ${rowsOf(one)}`,
    )
    stale += row?.stale ?? 0
  }
  return stale
}

/** Whether a sealed value is not as a new one would be. */
export function isStale(sealed: string): boolean {
  return !sealed.startsWith(asNew())
}

/** Whether a column's sealed value is not as a new one would be, in a statement. */
export function isStaleIn(column: SealedTable['columns'][number]): SQL {
  return sql`(${sql.raw(textOf(column))} is not null and ${sql.raw(startOf(column))} <> ${asNew()})`
}

/** Which rows of a table hold anything sealed, in a statement. */
export function rowsOf({ only }: SealedTable): SQL {
  return sql.raw(only ?? 'true')
}

function asNew(): string {
  return startUnder(dataKeys()[0]?.id ?? '')
}
