import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { campaigns, campaignVersions } from './campaigns'
import { at } from './columns'
import { constituencies } from './directory'
import { letters } from './letters'

/**
 * The combinations of wordings that were given out, a row each: what the next one has to differ from.
 * Without a letter a row counts for a day, and then its combination is free again.
 */
export const wordingsGiven = pgTable(
  'wordings_given',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    constituencyCode: text('constituency_code')
      .notNull()
      .references(() => constituencies.code),
    versionId: uuid('version_id')
      .notNull()
      .references(() => campaignVersions.id),
    /** The group of MPs whose wording it is; empty for none. */
    groupId: text('group_id').notNull().default(''),
    /** One sign for each slot, as lib/letters/given-code.ts writes it. */
    code: text('code').notNull(),
    letterId: uuid('letter_id')
      .unique()
      .references(() => letters.id, { onDelete: 'cascade' }),
    givenAt: at('given_at').notNull(),
  },
  (t) => [index('wordings_given_to').on(t.campaignId, t.constituencyCode, t.givenAt)],
)
