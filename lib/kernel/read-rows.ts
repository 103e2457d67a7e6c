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
