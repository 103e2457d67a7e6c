import type { Column, SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'

/**
 * That a uuid column is one of these, however many they are: the list is one parameter. Bound one by one, PostgreSQL
 * takes 65,534 in a statement.
 */
export function anyOfIds(column: Column, ids: readonly string[]): SQL {
  return sql`${column} in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`
}
