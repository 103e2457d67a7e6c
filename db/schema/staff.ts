import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { campaigns } from './campaigns'
import { at } from './columns'
import { knownValues } from './known-values'

export const roles = ['campaigner', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

/** The team. Shaped for @auth/drizzle-adapter, with a role of our own. */
export const staff = pgTable(
  'staff',
  {
    id: text('id')
      .primaryKey()
      .$defaultFn(() => crypto.randomUUID()),
    name: text('name'),
    email: text('email').notNull().unique(),
    emailVerified: at('email_verified'),
    image: text('image'),
    role: text('role', { enum: roles }).notNull().default('campaigner'),
    /** When a claim of the organisation's sign-in last gave the role; null where an administrator gives it. */
    roleClaimedAt: at('role_claimed_at'),
    /** Since when they work on the campaigns of `staff_campaigns` alone, none where it has none; null for all. No administrator is held to it. */
    limitedAt: at('limited_at'),
  },
  knownValues,
)

/** The campaigns that a member works on, where they are limited to some. */
export const staffCampaigns = pgTable(
  'staff_campaigns',
  {
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.campaignId] }), index('staff_campaigns_by_campaign').on(t.campaignId)],
)

/** The e-mail of who has left the team, for a while: the audit names members by their ids alone. */
export const formerStaff = pgTable('former_staff', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  leftAt: at('left_at').notNull(),
})

const accountTypes = ['oauth', 'oidc', 'email', 'webauthn'] as const

/** Whose account with the organisation's sign-in (OpenID Connect) is whose. No token of it is kept: those columns are the adapter's. */
export const staffAccounts = pgTable(
  'staff_accounts',
  {
    userId: text('user_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    type: text('type', { enum: accountTypes }).notNull(),
    provider: text('provider').notNull(),
    providerAccountId: text('provider_account_id').notNull(),
    refresh_token: text('refresh_token'),
    access_token: text('access_token'),
    expires_at: integer('expires_at'),
    token_type: text('token_type'),
    scope: text('scope'),
    id_token: text('id_token'),
    session_state: text('session_state'),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] }), ...knownValues(t)],
)

export const waysIn = ['link', 'organisation'] as const
export type WayIn = (typeof waysIn)[number]

export const staffSessions = pgTable(
  'staff_sessions',
  {
    /** A hash: the cookie alone holds the token. */
    sessionToken: text('session_token').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    expires: at('expires').notNull(),
    startedAt: at('started_at').notNull().defaultNow(),
    /** The last request: what "idle" is counted from. */
    seenAt: at('seen_at').notNull().defaultNow(),
    /** "Firefox on Windows", for its owner to know it by; empty where the browser does not say. */
    browser: text('browser').notNull().default(''),
    by: text('by', { enum: waysIn }).notNull().default('link'),
    /** When its member last proved who they are; null where their organisation says that it was long ago. */
    provenAt: at('proven_at').defaultNow(),
    /** Since when it waits for the second factor of its member; null where it opens what it may. */
    factorDueSince: at('factor_due_since'),
  },
  knownValues,
)

/** Ways in that were given out and not used yet; only hashes of them are kept. */
export const staffSignInLinks = pgTable(
  'staff_sign_in_links',
  {
    identifier: text('identifier').notNull(),
    token: text('token').notNull(),
    expires: at('expires').notNull(),
  },
  (t) => [primaryKey({ columns: [t.identifier, t.token] })],
)

/** A form that was sent and waits until its sender has proven who they are: its fields as sent, sealed. */
export const staffKeptForms = pgTable('staff_kept_forms', {
  id: text('id').primaryKey(),
  staffId: text('staff_id')
    .notNull()
    .references(() => staff.id, { onDelete: 'cascade' }),
  path: text('path').notNull(),
  fieldsSealed: text('fields_sealed').notNull(),
  keptAt: at('kept_at').notNull(),
})
