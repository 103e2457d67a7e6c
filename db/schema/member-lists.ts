import { sql } from 'drizzle-orm'
import { jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at } from './columns'

/** The list of members that was uploaded last and waits to be brought in; there is one at most. */
export const memberLists = pgTable(
  'member_lists',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    at: at('at').notNull(),
    /** Who of the staff uploaded it. */
    staffId: text('staff_id'),
    fileName: text('file_name').notNull(),
    rows: jsonb('rows').notNull(),
  },
  () => [uniqueIndex('member_lists_one').on(sql`(true)`)],
)
