import { date, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { at } from './columns'
import { constituencies } from './directory'

/** How the last election of a seat went, by the UK Parliament Members API; a seat of which that is not known has no row. */
export const seatElections = pgTable('seat_elections', {
  constituencyCode: text('constituency_code')
    .primaryKey()
    .references(() => constituencies.code, { onDelete: 'cascade' }),
  /** Votes between the first and the second. */
  majority: integer('majority').notNull(),
  /** Valid votes. */
  turnout: integer('turnout'),
  electorate: integer('electorate'),
  held: date('held').notNull(),
  title: text('title'),
  /** Who of the Members API sat there when this election was first read. */
  memberId: integer('member_id').notNull(),
  readAt: at('read_at').notNull(),
})
