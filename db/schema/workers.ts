import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The processes that work now: what each locks jobs under, and when it was last heard of. */
export const workers = pgTable('workers', {
  id: uuid('id').primaryKey(),
  /** The names that the queue has for its workers. */
  queueIds: text('queue_ids').array().notNull(),
  seenAt: timestamp('seen_at', { withTimezone: true }).notNull(),
})
