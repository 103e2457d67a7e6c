import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigserial,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { campaigns, campaignVersions } from './campaigns'
import { at } from './columns'
import { constituencies, mps } from './directory'
import { knownValues } from './known-values'
import { supporters } from './supporters'

export const letterStates = [
  'unconfirmed',
  'queued',
  'sending',
  'accepted',
  'delivered',
  'expired',
  'held',
  'bounced',
  'failed',
  /** Its writer has sent it themselves: that ends it for us. */
  'by-writer',
  'withdrawn',
] as const
export type LetterState = (typeof letterStates)[number]

/**
 * `no-address-yet`: the MP was listed only lately, or their e-mail address was there until lately: it is waited for. `unsettled`: nobody knows whether the mail service took it. `returned`: the service reported that it came back, and
 * not for good. `blocked`: the servers of the MP's domain will have nothing from our sender.
 */
export const heldReasons = [
  'vacant',
  'dissolved',
  'no-address-yet',
  'no-email',
  'staff',
  'abuse',
  'unsettled',
  'returned',
  'blocked',
] as const
export type HeldReason = (typeof heldReasons)[number]

/** The rules that hold a letter for a person to look at. */
export const reviewRuleNames = [
  'words',
  'links',
  'watched-domain',
  'likeness',
  'network',
  'mail-domain',
  'burst',
  'address',
] as const
export type ReviewRule = (typeof reviewRuleNames)[number]

export const ownWays = ['post', 'e-mail'] as const
export type OwnWay = (typeof ownWays)[number]

/**
 * How the home postcode and the seat agreed when the letter was submitted. `-live`: as a live source said, since our
 * list did not hold it. `not-recorded`: written before this was kept.
 */
export const placings = [
  'inside',
  'inside-live',
  'near',
  'elsewhere',
  'elsewhere-live',
  'unknown',
  'not-looked-up',
  'not-recorded',
] as const
export type PlacingKind = (typeof placings)[number]

/** A supporter's letter: the version it came from and the exact text that was confirmed. */
export const letters = pgTable(
  'letters',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => campaignVersions.id),
    supporterId: uuid('supporter_id')
      .notNull()
      .references(() => supporters.id),
    /** The unanswered letter of the same supporter that this one chases; it counts nowhere. */
    chases: uuid('chases').references((): AnyPgColumn => letters.id, { onDelete: 'cascade' }),
    constituencyCode: text('constituency_code')
      .notNull()
      .references(() => constituencies.code),
    placing: text('placing', { enum: placings }).notNull().default('not-recorded'),
    /** The other seats that the postcode was placed in, by name; nothing looks them up anew. */
    placedIn: text('placed_in').array().notNull().default([]),
    state: text('state', { enum: letterStates }).notNull(),
    heldReason: text('held_reason', { enum: heldReasons }),
    asks: text('asks').array().notNull(),
    /** Which sentences of staff's this letter was given, in which form (lib/writing/wordings/wording.ts). */
    wording: jsonb('wording').notNull(),
    /** Share of the text that is its writer's own, from 0 to 1; null where it says too little to tell (enough-to-tell.ts). */
    ownShare: real('own_share'),
    /** Words of it that are its writer's own; one that comes again and again counts a few times. */
    ownWords: integer('own_words').notNull().default(0),
    /** Ids of the questions that its writer answered before the letter. */
    answered: text('answered').array().notNull().default([]),
    /** The highest overlap with an earlier letter to the same MP, from 0 to 1, as it was on submitting. */
    overlap: real('overlap').notNull().default(0),
    /** Subject, body and postal address as one sealed JSON; null once erased. */
    textSealed: text('text_sealed'),
    /** A keyed sketch of the body (lib/writing/originality/sketch.ts), to measure later letters by; goes with the text. */
    sketch: text('sketch'),
    /** A keyed sketch of its writer's own words alone, where there are enough of them; goes with the text. */
    ownSketch: text('own_sketch'),
    /** The highest overlap of those with an earlier letter's to the same MP, from 0 to 1, as it was on confirming. */
    ownLikeness: real('own_likeness').notNull().default(0),
    /** The network that it was submitted from: a keyed hash that changes daily, kept for days. */
    networkHash: text('network_hash'),
    /** The domain of its writer's e-mail: a keyed hash. Goes with the e-mail. */
    mailDomainHash: text('mail_domain_hash'),
    /** The rule that held it for a person to look at when it was confirmed. */
    reviewRule: text('review_rule', { enum: reviewRuleNames }),
    /** Its place among those that wait for the same MP: letters of one network stand back behind each other. */
    turnAt: at('turn_at'),
    /** When staff marked it as not genuine: it is not sent, and counts nowhere, until they take that back. */
    notGenuineAt: at('not_genuine_at'),
    /** The MP that it was sent to, settled at sending. */
    mpId: uuid('mp_id').references(() => mps.id),
    resent: smallint('resent').notNull().default(0),
    /** Which code confirms it (lib/letters/confirming/confirm-code.ts), and how often one was typed in this round. */
    codeRound: smallint('code_round').notNull().default(0),
    codeTries: smallint('code_tries').notNull().default(0),
    /** How often its writer has given another e-mail address, before confirming. */
    emailChanges: smallint('email_changes').notNull().default(0),
    /** Where its writer came from: a row of `sources`, or 0. */
    sourceId: integer('source_id').notNull().default(0),
    createdAt: at('created_at').notNull(),
    /** When its e-mail to confirm went, or is to go. */
    mailedAt: at('mailed_at'),
    remindedAt: at('reminded_at'),
    confirmedAt: at('confirmed_at'),
    acceptedAt: at('accepted_at'),
    /** When its writer was sent their copy. */
    copiedAt: at('copied_at'),
    endedAt: at('ended_at'),
    /** When its writer was first asked whether the MP had replied. */
    replyAskedAt: at('reply_asked_at'),
    /** When its writer was told that it would not wait much longer. */
    waitEndToldAt: at('wait_end_told_at'),
    /** While it waits to be sent: not before this moment. */
    dueAt: at('due_at'),
    /** Which sending this is: a letter that came back, or that staff send again, goes under a new key. */
    round: smallint('round').notNull().default(1),
    /** When it was first retried in this round, and how often it was since. */
    triedSince: at('tried_since'),
    tries: smallint('tries').notNull().default(0),
    /** When mail about it went to MAIL_REFLECT: it is a trial, and counts nowhere. */
    reflectedAt: at('reflected_at'),
    complainedAt: at('complained_at'),
    /** When its writer said that they had sent it themselves, and how: counted apart from what we send. */
    sentByWriterAt: at('sent_by_writer_at'),
    sentByWriterBy: text('sent_by_writer_by', { enum: ownWays }),
  },
  (t) => [
    // One letter for each sign-up, and one chase of each letter.
    uniqueIndex('letters_first').on(t.supporterId).where(sql`${t.chases} is null`),
    uniqueIndex('letters_chases').on(t.chases),
    index('letters_supporter').on(t.supporterId),
    index('letters_by_state')
      .on(t.state, t.createdAt, t.id, t.campaignId, t.heldReason)
      .where(sql`${t.notGenuineAt} is null`),
    index('letters_by_age').on(t.createdAt, t.id).where(sql`${t.notGenuineAt} is null`),
    index('letters_to_send')
      .on(sql`coalesce(${t.turnAt}, ${t.confirmedAt})`, t.id, t.constituencyCode, t.campaignId)
      .where(sql`${t.state} in ('queued', 'sending') and ${t.notGenuineAt} is null`),
    index('letters_due')
      .on(sql`coalesce(${t.dueAt}, '-infinity')`)
      .where(sql`${t.state} in ('queued', 'sending') and ${t.notGenuineAt} is null`),
    index('letters_confirmed_to')
      .on(t.constituencyCode, t.confirmedAt, t.createdAt, t.id, t.notGenuineAt)
      .where(sql`${t.confirmedAt} is not null`),
    // What staff look for among all letters is few of them.
    index('letters_by_rule')
      .on(t.reviewRule, t.createdAt, t.id)
      .where(sql`${t.reviewRule} is not null and ${t.notGenuineAt} is null`),
    index('letters_alike')
      .on(t.ownLikeness, t.createdAt, t.id)
      .where(sql`${t.ownLikeness} >= 0.5::real and ${t.notGenuineAt} is null`),
    index('letters_complained')
      .on(t.createdAt, t.id)
      .where(sql`${t.complainedAt} is not null and ${t.notGenuineAt} is null`),
    index('letters_not_genuine').on(t.createdAt, t.id).where(sql`${t.notGenuineAt} is not null`),
    index('letters_network').on(t.networkHash, t.confirmedAt).where(sql`${t.networkHash} is not null`),
    index('letters_mail_domain').on(t.mailDomainHash, t.confirmedAt).where(sql`${t.mailDomainHash} is not null`),
    check('letters_own_sketch', sql`${t.ownSketch} is null or ${t.textSealed} is not null`),
    index('letters_figures').on(t.campaignId, t.constituencyCode, t.state),
    index('letters_submitted').on(t.campaignId, t.createdAt, t.constituencyCode, t.sourceId).where(countsIn(t)),
    index('letters_unconfirmed')
      .on(t.campaignId, t.createdAt, t.constituencyCode, t.sourceId)
      .where(sql`${t.state} = 'unconfirmed' and ${countsIn(t)}`),
    index('letters_stuck')
      .on(t.campaignId, t.state, t.heldReason, t.reviewRule, t.confirmedAt, t.constituencyCode, t.sourceId)
      .where(sql`${t.state} in ('held', 'queued', 'sending', 'unconfirmed', 'bounced', 'failed') and ${countsIn(t)}`),
    index('letters_reply_asked')
      .on(t.campaignId, t.replyAskedAt, t.state, t.id, t.constituencyCode, t.sourceId)
      .where(sql`${t.replyAskedAt} is not null and ${countsIn(t)}`),
    index('letters_pace').on(t.constituencyCode, t.acceptedAt),
    check('letters_sketch', sql`${t.sketch} is null or ${t.textSealed} is not null`),
    check('letters_sent_by_writer', sql`(${t.sentByWriterAt} is null) = (${t.sentByWriterBy} is null)`),
    ...knownValues(t),
    check('letters_held_reason', sql`(${t.state} = 'held') = (${t.heldReason} is not null)`),
  ],
)

/** Which letters count in figures: no chase, no trial, and none that staff marked as not genuine. */
function countsIn(t: Record<'chases' | 'reflectedAt' | 'notGenuineAt', AnyPgColumn>) {
  return sql`${t.chases} is null and ${t.reflectedAt} is null and ${t.notGenuineAt} is null`
}

/** The letter's history: one row for each change of state. */
export const letterEvents = pgTable(
  'letter_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    letterId: uuid('letter_id')
      .notNull()
      .references(() => letters.id, { onDelete: 'cascade' }),
    state: text('state', { enum: letterStates }).notNull(),
    reason: text('reason'),
    /** In whose words: the mail service's, or what staff noted. */
    note: text('note'),
    at: at('at').notNull(),
  },
  (t) => [index('letter_events_letter').on(t.letterId), ...knownValues(t)],
)

export const replyAnswers = ['real-answer', 'acknowledgement', 'no', 'not-expected'] as const
export type ReplyAnswer = (typeof replyAnswers)[number]

/** What a supporter said about the MP's reply; the last answer counts. */
export const replies = pgTable(
  'replies',
  {
    letterId: uuid('letter_id')
      .primaryKey()
      .references(() => letters.id, { onDelete: 'cascade' }),
    answer: text('answer', { enum: replyAnswers }).notNull(),
    answeredAt: at('answered_at').notNull(),
  },
  knownValues,
)

/** What a supporter told the team of their MP's answer. */
export const mpAnswers = pgTable(
  'mp_answers',
  {
    letterId: uuid('letter_id')
      .primaryKey()
      .references(() => letters.id, { onDelete: 'cascade' }),
    /** In their words, or the MP's. */
    textSealed: text('text_sealed').notNull(),
    saidAt: at('said_at').notNull(),
    /** When they gave leave to quote it; the wording that they saw, and its version, stand beside it. Null: no leave. */
    quoteAt: at('quote_at'),
    quoteWording: text('quote_wording'),
    quoteWordingVersion: text('quote_wording_version'),
  },
  (t) => [
    index('mp_answers_said').on(t.saidAt),
    check('mp_answers_quote', sql`(${t.quoteAt} is null) = (${t.quoteWording} is null)`),
  ],
)

export const tokenPurposes = [
  'confirm',
  'letter',
  'replied',
  'verify',
  'print',
  'sent',
  'my-data',
  'unsubscribe',
  'not-me',
] as const
export type TokenPurpose = (typeof tokenPurposes)[number]

/** A link that was given out: only its hash is kept (lib/kernel/secrets/tokens.ts makes and reads them). */
export const links = pgTable(
  'links',
  {
    hash: text('hash').primaryKey(),
    purpose: text('purpose', { enum: tokenPurposes }).notNull(),
    letterId: uuid('letter_id').references(() => letters.id, { onDelete: 'cascade' }),
    /** For links that are a person's and not one letter's: the keyed hash of their e-mail. */
    emailHash: text('email_hash'),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at'),
  },
  (t) => [index('links_letter').on(t.letterId), ...knownValues(t)],
)
