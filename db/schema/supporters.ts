import { sql } from 'drizzle-orm'
import { check, index, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { campaigns } from './campaigns'
import { at } from './columns'
import { constituencies } from './directory'

/**
 * One sign-up. Columns that end in `_sealed` are encrypted (lib/kernel/secrets/crypto.ts), those that end in
 * `_hash` are keyed hashes for look-up. Sealed columns become null when they are erased.
 */
export const supporters = pgTable(
  'supporters',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    /** Made when the check page is shown, so that a double click signs up once. */
    submissionId: uuid('submission_id').notNull(),
    /** Of the canonical e-mail. */
    emailHash: text('email_hash'),
    /** Of the canonical e-mail and the name together: who a person is. */
    identityHash: text('identity_hash'),
    /**
     * The sign-up of the same person that counts in place of this one: from before one person had one signature in a
     * campaign, whatever the seat. Their letters went, so that the row stays.
     */
    repeatOf: uuid('repeat_of'),
    /** A household may share one address: two names at most. Set on confirming; none for the third and more of before. */
    householdPlace: smallint('household_place'),
    nameSealed: text('name_sealed'),
    emailSealed: text('email_sealed'),
    postcodeSealed: text('postcode_sealed'),
    constituencyCode: text('constituency_code')
      .notNull()
      .references(() => constituencies.code),
    /** From when they get updates: they asked for them, or did not refuse the soft opt-in. The wording that they saw, and its version, stand beside. */
    updatesAskedAt: at('updates_asked_at'),
    updatesWording: text('updates_wording').notNull(),
    updatesWordingVersion: text('updates_wording_version').notNull(),
    /** When they refused them: a no, or the box of the soft opt-in. Null from before it was kept, and where nothing was said. */
    updatesRefusedAt: at('updates_refused_at'),
    /** How they were asked, and by what right they are written to; null from before there was a choice: a box, and consent. */
    updatesKind: text('updates_kind'),
    updatesBasis: text('updates_basis'),
    createdAt: at('created_at').notNull(),
    confirmedAt: at('confirmed_at'),
    unsubscribedAt: at('unsubscribed_at'),
    /** When mail to their address came back for good: no more is sent there. */
    bouncedAt: at('bounced_at'),
    erasedAt: at('erased_at'),
  },
  (t) => [
    uniqueIndex('supporters_submission').on(t.submissionId),
    uniqueIndex('supporters_one_signature')
      .on(t.campaignId, t.identityHash)
      .where(sql`${t.confirmedAt} is not null and ${t.erasedAt} is null and ${t.repeatOf} is null`),
    uniqueIndex('supporters_household')
      .on(t.campaignId, t.emailHash, t.householdPlace)
      .where(sql`${t.confirmedAt} is not null and ${t.erasedAt} is null and ${t.repeatOf} is null`),
    index('supporters_email').on(t.emailHash),
    index('supporters_figures').on(t.campaignId, t.constituencyCode).where(sql`${t.confirmedAt} is not null`),
    // Opted-in contacts are exported in the order of confirming, page by page.
    index('supporters_contacts')
      .on(t.confirmedAt, t.id)
      .where(
        sql`${t.updatesAskedAt} is not null and ${t.confirmedAt} is not null and ${t.unsubscribedAt} is null and ${t.erasedAt} is null`,
      ),
    index('supporters_unconfirmed').on(t.createdAt).where(sql`${t.confirmedAt} is null`),
    check('supporters_household_place', sql`${t.householdPlace} in (1, 2)`),
  ],
)
