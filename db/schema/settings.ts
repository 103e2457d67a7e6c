import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { at } from './columns'

/** What the installation remembers about itself, by name: the sealed look-up key, the operator. */
export const settings = pgTable('settings', {
  name: text('name').primaryKey(),
  value: jsonb('value').notNull(),
  updatedAt: at('updated_at').notNull().defaultNow(),
})
