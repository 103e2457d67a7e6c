import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** What the installation remembers about itself, by name: the sealed look-up key, the operator. */
export const settings = pgTable('settings', {
  name: text('name').primaryKey(),
  value: jsonb('value').notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
})
