import { z } from 'zod'

/** As PostgreSQL prints a uuid: at anything else it would throw. */
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text is written as the ids of our rows are. */
export function isId(text: string): boolean {
  return ID.test(text)
}

/** The id of a row, as a field of something that is parsed. */
export const rowId = z.string().regex(ID)
