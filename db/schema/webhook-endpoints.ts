import { sql } from 'drizzle-orm'
import { check, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { campaigns } from './campaigns'
import { at } from './columns'
import { knownValues } from './known-values'

/** What others are told: who asked for updates and confirmed, and which of them has left since. */
export const webhookEvents = ['supporter.confirmed', 'supporter.left'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** Why nothing is sent: staff said so, the receiver answered 410, or nothing got through for days. */
export const webhookOffReasons = ['staff', 'gone', 'failing'] as const
export type WebhookOffReason = (typeof webhookOffReasons)[number]

/** An address of the operator's own that is told of supporters. The worker alone changes it often: confirming only reads. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** The whole address, which can itself be a secret; of it only the host is shown elsewhere. */
    urlSealed: text('url_sealed'),
    urlHash: text('url_hash'),
    host: text('host').notNull(),
    /** Of one campaign alone; null: of all. */
    campaignId: uuid('campaign_id').references(() => campaigns.id),
    events: text('events', { enum: webhookEvents }).array().notNull(),
    secretSealed: text('secret_sealed'),
    secretMadeAt: at('secret_made_at').notNull(),
    /** The secret before, which signs as well until then. */
    oldSecretSealed: text('old_secret_sealed'),
    oldSecretUntil: at('old_secret_until'),
    createdAt: at('created_at').notNull(),
    offAt: at('off_at'),
    offReason: text('off_reason', { enum: webhookOffReasons }),
    /** Since when every attempt has failed; null while the last one got through. */
    failingSince: at('failing_since'),
    /** Removed by staff: address and secrets are gone, and it stays known to whom data were passed. */
    removedAt: at('removed_at'),
  },
  (t) => [
    uniqueIndex('webhook_endpoints_address')
      .on(t.urlHash, sql`coalesce(${t.campaignId}::text, '')`)
      .where(sql`${t.removedAt} is null`),
    ...knownValues(t),
    check('webhook_endpoints_off', sql`(${t.offAt} is null) = (${t.offReason} is null)`),
    check(
      'webhook_endpoints_removed',
      sql`(${t.removedAt} is null) = (${t.urlSealed} is not null) and (${t.removedAt} is null) = (${t.secretSealed} is not null)`,
    ),
  ],
)
