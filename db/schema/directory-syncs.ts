import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at } from './columns'
import { knownValues } from './known-values'

export const syncOutcomes = ['applied', 'discarded', 'replaced', 'given-up'] as const
export type SyncOutcome = (typeof syncOutcomes)[number]

/** One reading of all members from the Members API: how far it came, what it would change, and what became of it. */
export const directorySyncs = pgTable(
  'directory_syncs',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    startedAt: at('started_at').notNull(),
    /** Who is listed, once the list is whole; null again when the sync has ended. */
    listed: jsonb('listed'),
    /** When everything was read. */
    readAt: at('read_at'),
    /** What it changed, or would change. */
    report: jsonb('report'),
    /** Since when it waits for an administrator; one that has not ended is waiting still. */
    heldAt: at('held_at'),
    /** Why the last try to read broke off, in one plain line. */
    brokeOff: text('broke_off'),
    endedAt: at('ended_at'),
    outcome: text('outcome', { enum: syncOutcomes }),
  },
  (t) => [
    index('directory_syncs_started').on(t.startedAt),
    ...knownValues(t),
    uniqueIndex('directory_syncs_one_waiting')
      .on(sql`(true)`)
      .where(sql`${t.heldAt} is not null and ${t.endedAt} is null`),
  ],
)

/** The e-mail of each listed member as it was read; null for one who gives none. Removed when the sync has ended. */
export const directorySyncEmails = pgTable(
  'directory_sync_emails',
  {
    syncId: uuid('sync_id')
      .notNull()
      .references(() => directorySyncs.id, { onDelete: 'cascade' }),
    memberId: integer('member_id').notNull(),
    email: text('email'),
  },
  (t) => [primaryKey({ columns: [t.syncId, t.memberId] })],
)
