import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at } from './columns'
import { staff } from './staff'

/** The authenticator app of a member of the team: one each. */
export const staffApps = pgTable('staff_apps', {
  staffId: text('staff_id')
    .primaryKey()
    .references(() => staff.id, { onDelete: 'cascade' }),
  secretSealed: text('secret_sealed').notNull(),
  addedAt: at('added_at').notNull(),
  /** When a first code of it was right; until then it is being set up, and counts for nothing. */
  confirmedAt: at('confirmed_at'),
  /** The last step of 30 seconds whose code was taken: none is taken twice. */
  lastStep: integer('last_step'),
})

/** Codes for the day on which the phone is lost; only hashes of them are kept. */
export const staffRecoveryCodes = pgTable(
  'staff_recovery_codes',
  {
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    hash: text('hash').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.hash] })],
)
