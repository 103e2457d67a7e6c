import {
  bigint,
  bigserial,
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { campaigns } from './campaigns'
import { at } from './columns'
import { constituencies } from './directory'
import { knownValues } from './known-values'
import { staff } from './staff'

const xid = customType<{ data: string }>({ dataType: () => 'xid8' })
const snapshot = customType<{ data: string }>({ dataType: () => 'pg_snapshot' })

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
  rolledAt: at('rolled_at').notNull(),
  /** How many were confirmed in the 24 hours before, as far as whole hours tell: never more than there were. */
  lastDay: integer('last_day').notNull().default(0),
})

/** Where people came from. Row 0 does not exist: 0 stands for "nowhere in particular". Holds nobody's data. */
export const sources = pgTable(
  'sources',
  {
    id: serial('id').primaryKey(),
    utmSource: text('utm_source').notNull().default(''),
    utmMedium: text('utm_medium').notNull().default(''),
    utmCampaign: text('utm_campaign').notNull().default(''),
    utmContent: text('utm_content').notNull().default(''),
    /** The host alone of the page that led here. */
    referrer: text('referrer').notNull().default(''),
    /** The code of a supporter's own link: it tells who to nobody. */
    share: text('share').notNull().default(''),
  },
  (t) => [uniqueIndex('sources_one').on(t.utmSource, t.utmMedium, t.utmCampaign, t.utmContent, t.referrer, t.share)],
)

/** What is counted, in the order of a letter's life; a column each in `figure_hours`. */
export const measures = [
  'viewed',
  'found',
  'started',
  'submitted',
  'confirmed',
  'accepted',
  'delivered',
  'bounced',
  'failed',
  'by_writer',
  'opted_in',
  'unsubscribed',
  /** Letters whose writers were asked whether their MP had replied. */
  'asked',
  'real_answer',
  'acknowledgement',
  'no_answer',
  'not_expected',
] as const
export type Measure = (typeof measures)[number]

/**
 * What happened, as it happens: appended by triggers on letters, supporters and replies, and by the count of visits;
 * never changed. `xact` tells a roll-up what it has not seen, whatever the order in which transactions end.
 */
export const figureEvents = pgTable(
  'figure_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    xact: xid('xact').notNull(),
    recordedAt: at('recorded_at').notNull().defaultNow(),
    campaignId: uuid('campaign_id').notNull(),
    /** Empty where no constituency is known. */
    constituencyCode: text('constituency_code').notNull(),
    hour: at('hour').notNull(),
    sourceId: integer('source_id').notNull(),
    measure: text('measure', { enum: measures }).notNull(),
    /** Whether no row is there any more, or ever was, to count it from: visits, and what was erased on schedule. */
    lasting: boolean('lasting').notNull(),
    amount: integer('amount').notNull(),
  },
  (t) => [index('figure_events_xact').on(t.xact), ...knownValues(t)],
)

const count = (name: string) => integer(name).notNull().default(0)

/** A column for each measure. */
const counts = () => ({
  viewed: count('viewed'),
  found: count('found'),
  started: count('started'),
  submitted: count('submitted'),
  confirmed: count('confirmed'),
  accepted: count('accepted'),
  delivered: count('delivered'),
  bounced: count('bounced'),
  failed: count('failed'),
  byWriter: count('by_writer'),
  optedIn: count('opted_in'),
  unsubscribed: count('unsubscribed'),
  asked: count('asked'),
  realAnswer: count('real_answer'),
  acknowledgement: count('acknowledgement'),
  noAnswer: count('no_answer'),
  notExpected: count('not_expected'),
})

/** The record rolled up: a campaign, a constituency, an hour, a source. */
export const figureHours = pgTable(
  'figure_hours',
  {
    campaignId: uuid('campaign_id').notNull(),
    constituencyCode: text('constituency_code').notNull(),
    hour: at('hour').notNull(),
    sourceId: integer('source_id').notNull(),
    lasting: boolean('lasting').notNull(),
    ...counts(),
  },
  (t) => [
    primaryKey({ name: 'figure_hours_pk', columns: [t.campaignId, t.hour, t.constituencyCode, t.sourceId, t.lasting] }),
    index('figure_hours_hour').on(t.hour),
  ],
)

/**
 * `all`: by the hour, without a key. `source-hour`: by the hour, of a source's number. `seat` and `source`: by the day in
 * London, which `hour` begins, of a code or a number.
 */
export const figureSumKinds = ['all', 'seat', 'source', 'source-hour'] as const

/** `figure_hours` summed up, so that no view reads all of it: kept by triggers on it, whoever writes there. */
export const figureSums = pgTable(
  'figure_sums',
  {
    campaignId: uuid('campaign_id').notNull(),
    kind: text('kind', { enum: figureSumKinds }).notNull(),
    hour: at('hour').notNull(),
    key: text('key').notNull(),
    ...counts(),
  },
  (t) => [primaryKey({ name: 'figure_sums_pk', columns: [t.campaignId, t.kind, t.hour, t.key] }), ...knownValues(t)],
)

/** `figure_hours` by the hour and seat: kept as `figure_sums` is. */
export const figureSeatHours = pgTable(
  'figure_seat_hours',
  {
    campaignId: uuid('campaign_id').notNull(),
    hour: at('hour').notNull(),
    constituencyCode: text('constituency_code').notNull(),
    ...counts(),
  },
  (t) => [primaryKey({ name: 'figure_seat_hours_pk', columns: [t.campaignId, t.hour, t.constituencyCode] })],
)

/** `figure_hours` by the day in London, which `hour` begins, by seat and source: kept as `figure_sums` is. */
export const figureDays = pgTable(
  'figure_days',
  {
    campaignId: uuid('campaign_id').notNull(),
    hour: at('hour').notNull(),
    sourceId: integer('source_id').notNull(),
    constituencyCode: text('constituency_code').notNull(),
    ...counts(),
  },
  (t) => [primaryKey({ name: 'figure_days_pk', columns: [t.campaignId, t.hour, t.sourceId, t.constituencyCode] })],
)

/**
 * Days of before an upgrade that are not summed up yet by all that they are summed by now: each roll-up takes some. While
 * there are any, what is missing is read from `figure_hours`.
 */
export const figureDaysDue = pgTable(
  'figure_days_due',
  { campaignId: uuid('campaign_id').notNull(), day: date('day').notNull() },
  (t) => [primaryKey({ name: 'figure_days_due_pk', columns: [t.campaignId, t.day] })],
)

/**
 * `alike`: letters by what they have in common. `wait`: by how long confirming took, in seconds. `own`: by how much is
 * their writers' own, and how like another they are.
 */
export const letterDayKinds = ['alike', 'wait', 'own'] as const

/**
 * Letters that count in figures, by the day in London on which they were submitted, as they stood at the last roll-up:
 * so that no view reads each of them.
 */
export const letterDays = pgTable(
  'letter_days',
  {
    campaignId: uuid('campaign_id').notNull(),
    day: date('day').notNull(),
    kind: text('kind', { enum: letterDayKinds }).notNull(),
    facets: jsonb('facets').notNull(),
    letters: integer('letters').notNull(),
  },
  (t) => [primaryKey({ name: 'letter_days_pk', columns: [t.campaignId, t.day, t.kind, t.facets] }), ...knownValues(t)],
)

/** Days of which letters have changed since the last roll-up: appended by a trigger on letters, taken by the roll-up. */
export const letterDayMarks = pgTable('letter_day_marks', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  campaignId: uuid('campaign_id').notNull(),
  day: date('day').notNull(),
  /** The letter's; without them all of the day is counted anew. */
  constituencyCode: text('constituency_code'),
  sourceId: integer('source_id'),
  /** Whether it is the day on which its writer was asked about a reply, and not the one when it was submitted. */
  asked: boolean('asked').notNull().default(false),
})

export const letterParts = ['all', 'seat', 'source'] as const
/**
 * `facts`: what letters count as, each as "kind:value". `wait`: how long confirming took, in seconds. `asked`: what is
 * said of replies, by the day on which writers were asked; the only one that is kept of all letters here as well.
 */
export const letterPartKinds = ['facts', 'wait', 'asked'] as const

/**
 * The same of a part of each day's letters: those of a seat, or of a `utm_source`, which may be empty. What they count as,
 * and how many as each, in one row, so that few are read of many seats and days.
 */
export const letterDayParts = pgTable(
  'letter_day_parts',
  {
    campaignId: uuid('campaign_id').notNull(),
    part: text('part', { enum: letterParts }).notNull(),
    kind: text('kind', { enum: letterPartKinds }).notNull(),
    day: date('day').notNull(),
    key: text('key').notNull(),
    facts: text('facts').array().notNull(),
    counts: integer('counts').array().notNull(),
  },
  (t) => [
    primaryKey({ name: 'letter_day_parts_pk', columns: [t.campaignId, t.part, t.kind, t.day, t.key] }),
    ...knownValues(t),
  ],
)

/** Days of before an upgrade of which the parts are not summed up yet: each roll-up takes some. */
export const letterDaysDue = pgTable(
  'letter_days_due',
  { campaignId: uuid('campaign_id').notNull(), day: date('day').notNull() },
  (t) => [primaryKey({ name: 'letter_days_due_pk', columns: [t.campaignId, t.day] })],
)

/** One row: how far the roll-up has read. */
export const figureState = pgTable('figure_state', {
  one: boolean('one').primaryKey().default(true),
  /** Which transactions it had before it. */
  seen: snapshot('seen').notNull(),
  /** Its own transaction, and how far it had read of that one's events. */
  ownXact: xid('own_xact').notNull(),
  ownId: bigint('own_id', { mode: 'number' }).notNull(),
  /** When a figure last moved. */
  changedAt: at('changed_at').notNull(),
})

export const digestSpans = ['day', 'week'] as const
export type DigestSpan = (typeof digestSpans)[number]

/** Who wants figures by e-mail, every day or every week, and the last day that they got any of. */
export const figureDigests = pgTable(
  'figure_digests',
  {
    staffId: text('staff_id')
      .primaryKey()
      .references(() => staff.id, { onDelete: 'cascade' }),
    every: text('every', { enum: digestSpans }).notNull().default('day'),
    wantedSince: at('wanted_since').notNull(),
    lastDay: date('last_day'),
  },
  knownValues,
)

/** `letters`: the subject is a round number of them. `nation`: each MP of it has had one. */
export const milestoneKinds = ['letters', 'nation'] as const
export type MilestoneKind = (typeof milestoneKinds)[number]

/** What a campaign has reached: each once, also where a number falls again and rises. */
export const milestones = pgTable(
  'milestones',
  {
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    kind: text('kind', { enum: milestoneKinds }).notNull(),
    subject: text('subject').notNull(),
    reachedAt: at('reached_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.kind, t.subject] }), ...knownValues(t)],
)

/** How often a step after the letter was shown, and pressed: by the hour, and nothing of whom. */
export const stepCounts = pgTable(
  'step_counts',
  {
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    /** Its id in the campaign's text. */
    step: text('step').notNull(),
    hour: at('hour').notNull(),
    shown: count('shown'),
    pressed: count('pressed'),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.step, t.hour] })],
)

/** Links that show a campaign's figures to whoever has them, until they are called back. The link itself is kept nowhere. */
export const figureLinks = pgTable('figure_links', {
  id: uuid('id').primaryKey().defaultRandom(),
  campaignId: uuid('campaign_id')
    .notNull()
    .references(() => campaigns.id),
  /** For whom it is, in staff's words. */
  name: text('name').notNull(),
  /** SHA-256 of its secret part: that has 160 random bits, so that no slower hash is needed. */
  hash: text('hash').notNull().unique(),
  /** A member's id: it stays where they have left the team. */
  createdBy: text('created_by').notNull(),
  createdAt: at('created_at').notNull(),
  expiresAt: at('expires_at').notNull(),
  revokedAt: at('revoked_at'),
})
