import { index, pgTable, serial, text, uuid } from 'drizzle-orm/pg-core'
import { at } from './columns'
import { constituencies, mps } from './directory'
import { knownValues } from './known-values'

export const seatChangeKinds = ['came', 'left', 'name', 'party', 'e-mail'] as const
export const seatChangeSources = ['snapshot', 'import', 'sync', 'hand', 'undo'] as const

/** What changed about the MP of a seat, and from what; never changed itself. */
export const seatChanges = pgTable(
  'seat_changes',
  {
    id: serial('id').primaryKey(),
    at: at('at').notNull(),
    constituencyCode: text('constituency_code')
      .notNull()
      .references(() => constituencies.code, { onDelete: 'cascade' }),
    mpId: uuid('mp_id')
      .notNull()
      .references(() => mps.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: seatChangeKinds }).notNull(),
    /** What stood there and what stands there now; of somebody who came or left, their name. */
    before: text('before'),
    after: text('after'),
    /** Null for what happened before this was written down. */
    source: text('source', { enum: seatChangeSources }),
    /** Who of the staff did it, or confirmed it. */
    staffId: text('staff_id'),
  },
  (t) => [
    index('seat_changes_constituency').on(t.constituencyCode, t.id),
    index('seat_changes_mp').on(t.mpId),
    ...knownValues(t),
  ],
)
