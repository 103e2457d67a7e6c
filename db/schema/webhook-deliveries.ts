import { sql } from 'drizzle-orm'
import { bigserial, check, index, integer, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at } from './columns'
import { knownValues } from './known-values'
import { supporters } from './supporters'
import { webhookEvents } from './webhook-endpoints'

/** `dropped`: there was nothing to send any more when its turn came. */
export const webhookOutcomes = ['delivered', 'failed', 'dropped'] as const
export type WebhookOutcome = (typeof webhookOutcomes)[number]

/**
 * One message to one endpoint: ids alone, its body is made when it is sent. The trigger `supporters_passed_on` writes
 * it where the supporter's row changes. It waits while `due_at` is set.
 */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** Without a foreign key: its check would write into the endpoint's row, which all who confirm share. */
    endpointId: uuid('endpoint_id').notNull(),
    event: text('event', { enum: [...webhookEvents, 'webhook.test'] }).notNull(),
    /** Of `supporter.left`: `unsubscribed` or `erased`. Else empty. */
    reason: text('reason').notNull().default(''),
    /** Null for a test. */
    supporterId: uuid('supporter_id').references(() => supporters.id, { onDelete: 'cascade' }),
    at: at('at').notNull(),
    dueAt: at('due_at'),
    /** Attempts in this round; sent again by staff, it starts anew. */
    tries: smallint('tries').notNull().default(0),
    /** Until when one worker has the lease on it. */
    leaseUntil: at('lease_until'),
    endedAt: at('ended_at'),
    outcome: text('outcome', { enum: webhookOutcomes }),
  },
  (t) => [
    uniqueIndex('webhook_deliveries_once').on(t.endpointId, t.supporterId, t.event, t.reason),
    index('webhook_deliveries_due').on(t.endpointId, t.dueAt).where(sql`${t.dueAt} is not null`),
    index('webhook_deliveries_newest').on(t.endpointId, t.at, t.id),
    index('webhook_deliveries_failed').on(t.endpointId, t.at).where(sql`${t.outcome} = 'failed'`),
    index('webhook_deliveries_supporter').on(t.supporterId),
    ...knownValues(t),
    check(
      'webhook_deliveries_ended',
      sql`(${t.dueAt} is null) = (${t.outcome} is not null) and (${t.endedAt} is null) = (${t.outcome} is null)`,
    ),
  ],
)

export const webhookFaults = [
  'address',
  'dns',
  'tls',
  'connection',
  'timeout',
  'unreadable',
  'redirect',
  'gone',
  'status',
] as const
export type WebhookFault = (typeof webhookFaults)[number]

/** One attempt, and how it ended. */
export const webhookAttempts = pgTable(
  'webhook_attempts',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    deliveryId: uuid('delivery_id')
      .notNull()
      .references(() => webhookDeliveries.id, { onDelete: 'cascade' }),
    at: at('at').notNull(),
    durationMs: integer('duration_ms').notNull(),
    /** The answer's, where there was one. */
    status: smallint('status'),
    fault: text('fault', { enum: webhookFaults }),
    /** The beginning of what a receiver said on refusing, sealed; kept for days. */
    answerSealed: text('answer_sealed'),
  },
  (t) => [
    index('webhook_attempts_delivery').on(t.deliveryId, t.id),
    index('webhook_attempts_at').on(t.at),
    ...knownValues(t),
    index('webhook_attempts_answers').on(t.at).where(sql`${t.answerSealed} is not null`),
  ],
)
