import { getTableColumns, getTableName, is, sql, type Table } from 'drizzle-orm'
import { type CheckBuilder, check, PgArray } from 'drizzle-orm/pg-core'

/**
 * A check for each column of a table that was given an `enum`: the list that types it is what the database holds it
 * to as well, whether it has one value or several.
 */
export function knownValues(columns: Record<string, { table: Table }>): CheckBuilder[] {
  const table = Object.values(columns)[0]?.table
  if (!table) return []
  return Object.values(getTableColumns(table)).flatMap((column) => {
    const isMany = is(column, PgArray)
    const values: string[] | undefined = isMany ? column.baseColumn.enumValues : column.enumValues
    if (!values) return []
    // Written out: a check has no parameters. The values are words of ours.
    const listed = sql.raw(values.map((value) => `'${value}'`).join(', '))
    const known = isMany ? sql`${column} <@ array[${listed}]` : sql`${column} in (${listed})`
    return check(`${getTableName(table)}_${column.name}_known`, known)
  })
}
