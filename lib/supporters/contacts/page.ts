import { type SQL, sql } from 'drizzle-orm'
import type { Context } from '../../kernel/context'
import { openPerson, type Person } from '../read'

/** Which contacts: `null` is every campaign, and no end. Days are London's, both included, of confirming. */
export type Which = { campaignId: string | null; from: string | null; to: string | null }

/** Somebody who asked for updates, opened. Times are ISO 8601 in UTC. */
export type Contact = Person & {
  /** What a webhook's `supporter.left` names them by. */
  id: string
  constituencyCode: string
  constituency: string
  campaign: string
  signedAt: string
  confirmedAt: string
  consentedAt: string
  consentVersion: string
  consentWording: string
}

/** Where to go on: confirming to the microsecond, as PostgreSQL writes it, and the row's id. */
export type Place = { at: string; id: string }

type Row = Place &
  Omit<Contact, keyof Person> & { nameSealed: string | null; emailSealed: string | null; postcodeSealed: string | null }

/**
 * A page of the contacts who may be written to, in the order of confirming. They confirmed, asked for updates, and
 * have not left; nor have they complained of mail, nor does mail to them come back. Who confirmed while all mail went
 * to one address was not its owner, so they have not consented. `next` is `null` at the end.
 */
export async function contactsPage(
  { db }: Context,
  which: Which,
  after: Place | null,
  most: number,
): Promise<{ contacts: Contact[]; next: Place | null }> {
  const rows = await db.execute<Row>(sql`
    select s.id, s.confirmed_at::text as at,
      s.name_sealed as "nameSealed", s.email_sealed as "emailSealed", s.postcode_sealed as "postcodeSealed",
      s.constituency_code as "constituencyCode", place.name as constituency, campaigns.slug as campaign,
      ${inUtc('created_at')} as "signedAt", ${inUtc('confirmed_at')} as "confirmedAt",
      ${inUtc('updates_asked_at')} as "consentedAt",
      s.updates_wording_version as "consentVersion", s.updates_wording as "consentWording"
    from supporters s
    join constituencies place on place.code = s.constituency_code
    join campaigns on campaigns.id = s.campaign_id
    where s.updates_asked_at is not null and s.confirmed_at is not null and s.unsubscribed_at is null
      and s.erased_at is null and ${within(which)}
      and ${after ? sql`(s.confirmed_at, s.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`}
      and not exists (select 1 from suppressions where suppressions.email_hash = s.email_hash)
      and not exists (
        select 1 from letters where letters.supporter_id = s.id and letters.reflected_at <= s.confirmed_at
      )
    order by s.confirmed_at, s.id
    limit ${most}`)
  const last = rows.at(-1)
  return {
    contacts: [...rows].flatMap(opened),
    next: last && rows.length === most ? { at: last.at, id: last.id } : null,
  }
}

function inUtc(column: 'created_at' | 'confirmed_at' | 'updates_asked_at'): SQL {
  return sql.raw(`to_char(s.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
}

function within({ campaignId, from, to }: Which): SQL {
  const parts = [
    ...(campaignId ? [sql`s.campaign_id = ${campaignId}::uuid`] : []),
    ...(from ? [sql`s.confirmed_at >= (${from}::date::timestamp at time zone 'Europe/London')`] : []),
    ...(to ? [sql`s.confirmed_at < ((${to}::date + 1)::timestamp at time zone 'Europe/London')`] : []),
  ]
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`
}

function opened(row: Row): Contact[] {
  const person = openPerson(row)
  return person ? [{ ...row, ...person }] : []
}
