import { integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** A campaign; what the public reads is the version that it points to. */
export const campaigns = pgTable('campaigns', {
  id: uuid('id').primaryKey().defaultRandom(),
  slug: text('slug').notNull().unique(),
  publishedVersionId: uuid('published_version_id'),
  /** Supporters aimed at first; the goal shown steps up by itself. */
  goal: integer('goal').notNull(),
  openedAt: at('opened_at'),
  closedAt: at('closed_at'),
  /** Since when its letters wait, because staff stopped their sending. */
  sendingPausedAt: at('sending_paused_at'),
  createdAt: at('created_at').notNull().defaultNow(),
})

/** One immutable state of a campaign's text: a trigger refuses to change or delete it. */
export const campaignVersions = pgTable(
  'campaign_versions',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    number: integer('number').notNull(),
    /** A `CampaignContent`, as lib/campaigns/content.ts describes it. */
    content: jsonb('content').notNull(),
    note: text('note').notNull().default(''),
    createdBy: text('created_by').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [unique('campaign_versions_number').on(t.campaignId, t.number)],
)
