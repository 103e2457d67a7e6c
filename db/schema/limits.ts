import { bigint, integer, pgTable, varchar } from 'drizzle-orm/pg-core'

/** Counters of the rate limits, in the shape that rate-limiter-flexible writes. A migration makes it unlogged. */
export const rateLimits = pgTable('rate_limits', {
  /** Limit's name and a keyed hash that changes daily: no address of a person or machine. */
  key: varchar('key', { length: 255 }).primaryKey(),
  points: integer('points').notNull(),
  expire: bigint('expire', { mode: 'number' }),
})
