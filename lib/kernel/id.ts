import { z } from 'zod'

/** How the id of a row is written: as PostgreSQL prints a uuid. At anything else it would throw. */
export const ROW_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text is written as the ids of our rows are. */
export function isId(text: string): boolean {
  return ROW_ID.test(text)
}

/** The id of a row, as a field of something that is parsed. */
export const rowId = z.string().regex(ROW_ID)
