import { bigint, bigserial, index, integer, pgTable, text, varchar } from 'drizzle-orm/pg-core'
import { at } from './columns'

/** Counters of the rate limits, in the shape that rate-limiter-flexible writes. A migration makes it unlogged. */
export const rateLimits = pgTable('rate_limits', {
  /** Limit's name and a keyed hash that changes daily: no address of a person or machine. */
  key: varchar('key', { length: 255 }).primaryKey(),
  points: integer('points').notNull(),
  expire: bigint('expire', { mode: 'number' }),
})

/** Mail that a stranger could set off, and that went to a mailbox: a keyed hash of it, kept for as long as it counts. */
export const mailboxTurns = pgTable(
  'mailbox_turns',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    mailboxHash: text('mailbox_hash').notNull(),
    at: at('at').notNull(),
  },
  (t) => [index('mailbox_turns_mailbox').on(t.mailboxHash, t.at), index('mailbox_turns_at').on(t.at)],
)
