import { type SQL, sql } from 'drizzle-orm'
import type { Context } from '@/lib/kernel/context'
import { startOfLondonDay } from '@/lib/kernel/time/day'
import { mayBeWrittenTo } from '@/lib/supporters/may-be-written-to'
import { openPerson, type Person } from '@/lib/supporters/open-person'

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
  consentKind: string
  consentBasis: string
}

/** Where to go on: confirming to the microsecond, as PostgreSQL writes it, and the row's id. */
export type Place = { at: string; id: string }

type Row = Place &
  Omit<Contact, keyof Person> & { nameSealed: string | null; emailSealed: string | null; postcodeSealed: string | null }

/** A page of the contacts who may be written to, in the order of confirming. `next` is `null` at the end. */
export async function contactsPage(
  { db }: Context,
  which: Which,
  after: Place | null,
  most: number,
): Promise<{ contacts: Contact[]; next: Place | null }> {
  // Read unchecked: pages of thousands, one after the other, for a file that is streamed.
  const rows = await db.execute<Row>(sql`
    select supporters.id, supporters.confirmed_at::text as at,
      supporters.name_sealed as "nameSealed", supporters.email_sealed as "emailSealed", supporters.postcode_sealed as "postcodeSealed",
      supporters.constituency_code as "constituencyCode", place.name as constituency, campaigns.slug as campaign,
      ${inUtc('created_at')} as "signedAt", ${inUtc('confirmed_at')} as "confirmedAt",
      ${inUtc('updates_asked_at')} as "consentedAt",
      supporters.updates_wording_version as "consentVersion", supporters.updates_wording as "consentWording",
      coalesce(supporters.updates_kind, 'box') as "consentKind", coalesce(supporters.updates_basis, 'consent') as "consentBasis"
    from supporters
    join constituencies place on place.code = supporters.constituency_code
    join campaigns on campaigns.id = supporters.campaign_id
    where ${mayBeWrittenTo} and ${within(which)}
      and ${after ? sql`(supporters.confirmed_at, supporters.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`}
    order by supporters.confirmed_at, supporters.id
    limit ${most}`)
  const last = rows.at(-1)
  return {
    contacts: [...rows].flatMap(opened),
    next: last && rows.length === most ? { at: last.at, id: last.id } : null,
  }
}

function inUtc(column: 'created_at' | 'confirmed_at' | 'updates_asked_at'): SQL {
  return sql.raw(`to_char(supporters.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
}

function within({ campaignId, from, to }: Which): SQL {
  const parts = [
    ...(campaignId ? [sql`supporters.campaign_id = ${campaignId}::uuid`] : []),
    ...(from ? [sql`supporters.confirmed_at >= ${startOfLondonDay(from)}`] : []),
    ...(to ? [sql`supporters.confirmed_at < ${startOfLondonDay(to, 1)}`] : []),
  ]
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`
}

function opened(row: Row): Contact[] {
  const person = openPerson(row)
  return person ? [{ ...row, ...person }] : []
}
