import { type SQL, sql } from 'drizzle-orm'

/**
 * Which rows of `supporters` may be told of updates, by us or by the operator's own systems: confirmed, asked for
 * updates, not left, and mail to them is not stopped. A confirmation under MAIL_REFLECT was not its owner's, so it is no
 * consent; nor is one of a letter that staff have marked as not genuine.
 */
export const mayBeWrittenTo: SQL = sql`(
  supporters.updates_asked_at is not null and supporters.confirmed_at is not null
  and supporters.unsubscribed_at is null and supporters.erased_at is null
  and not exists (select 1 from suppressions where suppressions.email_hash = supporters.email_hash)
  and not exists (
    select 1 from letters where letters.supporter_id = supporters.id
      and (letters.reflected_at <= supporters.confirmed_at or letters.not_genuine_at is not null)
  ))`
