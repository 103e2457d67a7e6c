import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, bytes } from './columns'
import { knownValues } from './known-values'
import { staff, staffSessions } from './staff'

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

/** How a browser reaches what holds a passkey (Web Authentication, 5.8.4); `cable` is the old name of `hybrid`. */
export const passkeyTransports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const

/** The passkeys of members of the team. */
export const staffPasskeys = pgTable(
  'staff_passkeys',
  {
    /** The credential's id, as its browser says it: in base64url. */
    id: text('id').primaryKey(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    publicKey: bytes('public_key').notNull(),
    /** How often it says that it was used; always 0 for those that live on several devices. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports', { enum: passkeyTransports }).array().notNull(),
    name: text('name').notNull(),
    addedAt: at('added_at').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [index('staff_passkeys_staff').on(t.staffId), ...knownValues(t)],
)

export const passkeyPurposes = ['add', 'prove'] as const

/** What a passkey has to sign for a session: one at a time for each purpose, and each once. */
export const staffPasskeyChallenges = pgTable(
  'staff_passkey_challenges',
  {
    sessionId: text('session_id')
      .notNull()
      .references(() => staffSessions.sessionToken, { onDelete: 'cascade' }),
    purpose: text('purpose', { enum: passkeyPurposes }).notNull(),
    challenge: text('challenge').notNull(),
    expires: at('expires').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.purpose] }), ...knownValues(t)],
)

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
