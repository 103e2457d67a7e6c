import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { at } from './columns'

/** The processes that work now: what each locks jobs under, and when it was last heard of. */
export const workers = pgTable('workers', {
  id: uuid('id').primaryKey(),
  /** The names that the queue has for its workers. */
  queueIds: text('queue_ids').array().notNull(),
  /** The data keys that it knows, by their ids: with the first of them it seals. */
  keyIds: text('key_ids').array().notNull().default([]),
  seenAt: at('seen_at').notNull(),
})
