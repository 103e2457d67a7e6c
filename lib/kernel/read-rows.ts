import type { SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from './context'

/**
 * The rows that a statement written by hand gives, each checked to be what `row` says: a column that is renamed, or comes
 * as another type, fails here and not somewhere behind. For hundreds of rows at most: larger lots are read unchecked.
 */
export async function readRows<Row>(db: Context['db'], row: z.ZodType<Row>, statement: SQL): Promise<Row[]> {
  return z.array(row).parse([...(await db.execute(statement))])
}

/** The same of one expression within a statement that Drizzle writes: what it gives is checked, where it is not null. */
export function readValue<Value>(value: z.ZodType<Value>, expression: SQL): SQL<Value | null> {
  // Drizzle itself hands null on, and asks nobody.
  return expression.mapWith((given: unknown): Value | null => value.parse(given))
}
