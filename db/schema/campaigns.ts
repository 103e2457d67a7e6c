import { sql } from 'drizzle-orm'
import { bigserial, check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at, bytes } from './columns'

/** A campaign; what the public reads is the version that it points to. */
export const campaigns = pgTable(
  'campaigns',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    slug: text('slug').notNull().unique(),
    publishedVersionId: uuid('published_version_id'),
    /** Supporters aimed at first; the goal shown steps up by itself. */
    goal: integer('goal').notNull(),
    openedAt: at('opened_at'),
    closedAt: at('closed_at'),
    /** Since when its letters wait, because staff stopped their sending. */
    sendingPausedAt: at('sending_paused_at'),
    /** Since when nobody can write, and what its page says in place of the form. */
    pausedAt: at('paused_at'),
    pausedWhy: text('paused_why'),
    /** Since when its page is taken down, though a version of it was live. */
    unpublishedAt: at('unpublished_at'),
    /** Since when it is put away: in no list unless it is asked for, and nothing of it changes. */
    archivedAt: at('archived_at'),
    /** What staff say on its page once it is closed: paragraphs, an empty line between them. */
    closingWords: text('closing_words'),
    /** The version that its first text was copied from. */
    copiedFrom: uuid('copied_from'),
    /** The version that goes live by itself, when, and who said so. */
    scheduledVersionId: uuid('scheduled_version_id'),
    scheduledAt: at('scheduled_at'),
    scheduledBy: text('scheduled_by'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    check('campaigns_paused_why', sql`(${t.pausedAt} is null) = (${t.pausedWhy} is null)`),
    check(
      'campaigns_scheduled',
      sql`num_nonnulls(${t.scheduledVersionId}, ${t.scheduledAt}, ${t.scheduledBy}) in (0, 3)`,
    ),
  ],
)

/** Addresses that a campaign had while it was live, beside its own: they lead to it for ever, and are nobody else's. */
export const campaignSlugs = pgTable('campaign_slugs', {
  slug: text('slug').primaryKey(),
  campaignId: uuid('campaign_id')
    .notNull()
    .references(() => campaigns.id),
  since: at('since').notNull(),
})

/** One immutable state of a campaign's text: a trigger refuses to change it, and to delete it once there are letters. */
export const campaignVersions = pgTable(
  'campaign_versions',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    number: integer('number').notNull(),
    /** A `CampaignContent`, as lib/content/content.ts describes it. */
    content: jsonb('content').notNull(),
    note: text('note').notNull().default(''),
    /** Where it takes a change back: the number of the version that had made it. */
    undoes: integer('undoes'),
    createdBy: text('created_by').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [unique('campaign_versions_number').on(t.campaignId, t.number)],
)

/** Each time that a version went live. */
export const campaignPublications = pgTable(
  'campaign_publications',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => campaignVersions.id),
    at: at('at').notNull(),
    /** A member's id, or "system". */
    by: text('by').notNull(),
    note: text('note').notNull().default(''),
  },
  (t) => [index('campaign_publications_campaign').on(t.campaignId, t.at)],
)

/** A picture for shared links, as we encoded it; versions name it by its id, and it never changes. */
export const campaignImages = pgTable('campaign_images', {
  id: uuid('id').primaryKey().defaultRandom(),
  campaignId: uuid('campaign_id')
    .notNull()
    .references(() => campaigns.id),
  jpeg: bytes('jpeg').notNull(),
  /** As WebP, for a page; those from before there were such have none. */
  phone: bytes('phone'),
  desk: bytes('desk'),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
})

/** A link to a campaign that staff have given to somebody: whom it is for, and what its visits are counted under. */
export const campaignLinks = pgTable(
  'campaign_links',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    name: text('name').notNull(),
    utmSource: text('utm_source').notNull(),
    utmMedium: text('utm_medium').notNull(),
    /** A member's id: it stays where they have left the team. */
    createdBy: text('created_by').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [unique('campaign_links_one').on(t.campaignId, t.utmSource, t.utmMedium)],
)
