import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  doublePrecision,
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
import { at, bytes } from './columns'
import { knownValues } from './known-values'

/** The 650 constituencies of the boundaries in force since July 2024. */
export const constituencies = pgTable('constituencies', {
  /** GSS code of the Office for National Statistics, as E14001172. */
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  nation: text('nation').notNull(),
  /** Mean position of the seat's postcodes, degrees. */
  latitude: doublePrecision('latitude').notNull(),
  longitude: doublePrecision('longitude').notNull(),
})

/** Who sat for a seat, and when. The sitting MP is the row without an `until`; a vacant seat has none. */
export const mps = pgTable(
  'mps',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    constituencyCode: text('constituency_code')
      .notNull()
      .references(() => constituencies.code),
    /** Id in the UK Parliament Members API. */
    memberId: integer('member_id').notNull(),
    name: text('name').notNull(),
    party: text('party').notNull(),
    email: text('email'),
    /** Since when the e-mail is one that staff or a list of theirs set; null while it is the source's. */
    setByHand: at('set_by_hand'),
    /** What the source gave when it was set by hand: that stays until the source gives something else. */
    sourceEmail: text('source_email'),
    /** Since when no e-mail is given where one was; null while there is one, or where there never was. */
    addressGoneAt: at('address_gone_at'),
    since: at('since').notNull(),
    until: at('until'),
  },
  (t) => [
    uniqueIndex('mps_one_sitting').on(t.constituencyCode).where(sql`${t.until} is null`),
    index('mps_constituency').on(t.constituencyCode),
  ],
)

/** Postcodes that the installation knows by itself; a split postcode has a row for each seat. */
export const postcodeFacts = pgTable(
  'postcode_facts',
  {
    /** Upper case, without spaces. */
    postcode: text('postcode').notNull(),
    constituencyCode: text('constituency_code')
      .notNull()
      .references(() => constituencies.code),
    terminated: boolean('terminated').notNull().default(false),
    /** Brought in by a list of splits or corrections, and so before any release; the snapshot's own come after. */
    listed: boolean('listed').notNull().default(false),
    /** How many of its properties lie in the seat, by a list that counts them; null otherwise. */
    properties: integer('properties'),
  },
  (t) => [primaryKey({ columns: [t.postcode, t.constituencyCode] })],
)

/** What the live sources said of postcodes that the installation does not hold. */
export const liveAnswers = pgTable(
  'live_answers',
  {
    /** Keyed hash: the postcode itself is never written. */
    postcodeHash: text('postcode_hash').primaryKey(),
    /** GSS codes of the seats it lies in; none when every source said that there is no such postcode. */
    codes: text('codes').array().notNull(),
    keptUntil: at('kept_until').notNull(),
  },
  (t) => [index('live_answers_kept_until').on(t.keptUntil)],
)

/**
 * Releases of ONS that were imported. The one in use has an index and was not replaced; the one that was in use before
 * it keeps its index, to go back to; the others keep none.
 */
export const postcodeReleases = pgTable('postcode_releases', {
  id: serial('id').primaryKey(),
  /** As ONS calls it, "NSPL August 2025". */
  name: text('name').notNull(),
  /** The first day of the release's month; null when the file's name does not say. */
  released: date('released'),
  /** SHA-256 of the file, in hexadecimal. */
  checksum: text('checksum').notNull(),
  importedAt: at('imported_at').notNull(),
  postcodes: integer('postcodes').notNull(),
  terminated: integer('terminated').notNull(),
  /** Postcodes in a Crown dependency. */
  outside: integer('outside').notNull(),
  /** Postcodes that the release puts in no constituency. */
  nowhere: integer('nowhere').notNull(),
  index: bytes('index'),
  /** Since when it is not in use any more. */
  replacedAt: at('replaced_at'),
})

export const replacedKinds = ['postcodes', 'splits', 'members'] as const
export type ReplacedKind = (typeof replacedKinds)[number]

/** The last change of each part of the directory, and how to go back to what was in use before it. */
export const directoryUndos = pgTable(
  'directory_undos',
  {
    kind: text('kind', { enum: replacedKinds }).primaryKey(),
    at: at('at').notNull(),
    /** What the change was, in words: "NSPL November 2025 took the place of NSPL August 2025". */
    what: text('what').notNull(),
    /** What to put back; its shape is the kind's own. */
    back: jsonb('back').notNull(),
  },
  (t) => knownValues(t),
)
