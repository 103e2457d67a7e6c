import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { at } from './columns'

/**
 * Something that staff have done to all letters that a filter lets through: it is carried out in batches, in the
 * order of writing, and goes on from the last letter it looked at.
 */
export const letterActs = pgTable(
  'letter_acts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    action: text('action').notNull(),
    reason: text('reason').notNull(),
    filter: jsonb('filter').notNull(),
    staffId: uuid('staff_id').notNull(),
    /** When it was pressed: letters that came after that are none of its. */
    begunAt: at('begun_at').notNull(),
    /** How many letters it would change, as counted then, and how many it has. */
    total: integer('total').notNull(),
    changed: integer('changed').notNull().default(0),
    /** The last letter that it looked at. */
    lastAt: at('last_at'),
    lastId: uuid('last_id'),
    cancelledAt: at('cancelled_at'),
    endedAt: at('ended_at'),
  },
  (t) => [index('letter_acts_open').on(t.begunAt).where(sql`${t.endedAt} is null`)],
)
