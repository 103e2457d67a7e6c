import { sql } from 'drizzle-orm'
import { check, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { campaigns } from './campaigns'
import { at } from './columns'
import { knownValues } from './known-values'

/** What a key may be used for. */
export const apiScopes = ['figures:read'] as const
export type ApiScope = (typeof apiScopes)[number]

/** Keys with which other programs read figures. The key itself is shown once and kept nowhere. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    name: text('name').notNull(),
    /** SHA-256 of the key: it has 160 random bits, so that no slower hash is needed. */
    hash: text('hash').notNull(),
    /** How it begins, to know it by. */
    start: text('start').notNull(),
    scopes: text('scopes', { enum: apiScopes }).array().notNull(),
    /** The one campaign that it reads; null: all of them. */
    campaignId: uuid('campaign_id').references(() => campaigns.id),
    /** A member's id: it stays where they have left the team. */
    createdBy: text('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at'),
    /** Exact to a minute or so. */
    lastUsedAt: at('last_used_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [
    uniqueIndex('api_keys_hash').on(t.hash),
    check('api_keys_scopes', sql`cardinality(${t.scopes}) > 0`),
    ...knownValues(t),
  ],
)
