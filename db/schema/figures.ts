import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { campaigns } from './campaigns'
import { constituencies } from './directory'

/** The counts as of the last roll-up: never written by a confirmation. */
export const figures = pgTable(
  'figures',
  {
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    constituencyCode: text('constituency_code')
      .notNull()
      .references(() => constituencies.code),
    supporters: integer('supporters').notNull(),
    letters: integer('letters').notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.constituencyCode] })],
)

/** When a campaign was last counted. */
export const figureRolls = pgTable('figure_rolls', {
  campaignId: uuid('campaign_id')
    .primaryKey()
    .references(() => campaigns.id),
  rolledAt: timestamp('rolled_at', { withTimezone: true }).notNull(),
})
