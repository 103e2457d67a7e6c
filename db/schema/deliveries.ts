import { sql } from 'drizzle-orm'
import {
  bigserial,
  date,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { at } from './columns'
import { mps } from './directory'
import { knownValues } from './known-values'
import { letters } from './letters'

/**
 * One call to the mail service, written before it is made: its idempotency key, and by its attempts the fixed list of
 * letters. Until the service has said what became of it, it is retried under the same key, whole.
 */
export const deliveryBatches = pgTable(
  'delivery_batches',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    key: text('key').notNull(),
    transport: text('transport').notNull(),
    startedAt: at('started_at').notNull(),
    /** How often it was sent, and until when one worker has the lease on it. */
    asks: smallint('asks').notNull().default(0),
    leaseUntil: at('lease_until').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [index('delivery_batches_open').on(t.leaseUntil).where(sql`${t.endedAt} is null`)],
)

/** `split`: the batch was refused as a whole, so each of its letters goes by itself. */
export const attemptOutcomes = ['accepted', 'later', 'ours', 'refused', 'split', 'unsettled'] as const
export type AttemptOutcome = (typeof attemptOutcomes)[number]

/** One try to send one letter. It is open until its outcome is known. */
export const deliveryAttempts = pgTable(
  'delivery_attempts',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    batchId: uuid('batch_id')
      .notNull()
      .references(() => deliveryBatches.id, { onDelete: 'cascade' }),
    place: smallint('place').notNull(),
    letterId: uuid('letter_id')
      .notNull()
      .references(() => letters.id, { onDelete: 'cascade' }),
    round: smallint('round').notNull(),
    mpId: uuid('mp_id')
      .notNull()
      .references(() => mps.id),
    transport: text('transport').notNull(),
    startedAt: at('started_at').notNull(),
    endedAt: at('ended_at'),
    outcome: text('outcome', { enum: attemptOutcomes }),
    /** The mail service's name for it: what its events are known by. */
    providerId: text('provider_id'),
    /** The mail service's own words, without anybody's address. */
    reason: text('reason'),
    /** The message as it was handed over, sealed: asked for again it must be the same. Null once it has ended. */
    messageSealed: text('message_sealed'),
  },
  (t) => [
    uniqueIndex('delivery_attempts_place').on(t.batchId, t.place),
    uniqueIndex('delivery_attempts_one_open').on(t.letterId).where(sql`${t.endedAt} is null`),
    uniqueIndex('delivery_attempts_one_accepted').on(t.letterId, t.round).where(sql`${t.outcome} = 'accepted'`),
    index('delivery_attempts_letter').on(t.letterId),
    index('delivery_attempts_provider').on(t.providerId),
    index('delivery_attempts_pace').on(t.mpId, t.startedAt),
    ...knownValues(t),
  ],
)

/** Mail to supporters that was sent, so that what comes back of it is known: ids alone. */
export const sentMails = pgTable('sent_mails', {
  providerId: text('provider_id').primaryKey(),
  kind: text('kind').notNull(),
  letterId: uuid('letter_id')
    .notNull()
    .references(() => letters.id, { onDelete: 'cascade' }),
  sentAt: at('sent_at').notNull(),
})

/** What the mail service told us, each once: by its own id. Holds nobody's address. */
export const mailEvents = pgTable(
  'mail_events',
  {
    id: text('id').primaryKey(),
    type: text('type').notNull(),
    providerId: text('provider_id'),
    letterId: uuid('letter_id'),
    /** Kind of bounce and the server's words, where there are any. */
    detail: jsonb('detail'),
    occurredAt: at('occurred_at').notNull(),
    receivedAt: at('received_at').notNull(),
    /** What it changed; null: nothing, it was unknown or came too late. */
    outcome: text('outcome'),
  },
  (t) => [index('mail_events_provider').on(t.providerId), index('mail_events_received').on(t.receivedAt)],
)

/** Domains of recipients whose servers will have nothing from our sender: while one is not cleared, nothing goes there. */
export const senderBlocks = pgTable('sender_blocks', {
  domain: text('domain').primaryKey(),
  blockedAt: at('blocked_at').notNull(),
  /** The server's own words, without anybody's address. */
  said: text('said').notNull(),
  /** When an administrator said to try again. */
  clearedAt: at('cleared_at'),
})

/** `refused`: its owner wants no mail that a stranger can set off; the hash is then of the mailbox. */
export const suppressionReasons = ['bounced', 'complained', 'refused'] as const
export type SuppressionReason = (typeof suppressionReasons)[number]

/** Addresses that get no more mail: keyed hashes of them. */
export const suppressions = pgTable(
  'suppressions',
  {
    emailHash: text('email_hash').primaryKey(),
    reason: text('reason', { enum: suppressionReasons }).notNull(),
    at: at('at').notNull(),
  },
  knownValues,
)

/** Alerts that were sent to administrators: each kind and subject once a day. */
export const staffAlerts = pgTable(
  'staff_alerts',
  {
    kind: text('kind').notNull(),
    subject: text('subject').notNull(),
    day: date('day').notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.subject, t.day] })],
)
