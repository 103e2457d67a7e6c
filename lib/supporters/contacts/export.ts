import { randomUUID } from 'node:crypto'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { recordAudit } from '@/lib/audit/record'
import type { Context } from '@/lib/kernel/context'
import { BYTE_ORDER_MARK, type Cell, csvLines } from '@/lib/kernel/csv'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { type Contact, contactsPage, type Place, type Which } from './page'

/** Pages rather than a cursor: whoever reads slowly holds no connection, and no transaction that nothing may tidy behind. */
const AT_ONCE = 1000

const COLUMNS = [
  'name',
  'email',
  'postcode',
  'id',
  'constituency_code',
  'constituency',
  'campaign',
  'signed_at',
  'confirmed_at',
  'consented_at',
  'consent_version',
  'consent_wording',
  'consent_kind',
  'consent_basis',
]

type Asked = Which & {
  /** The campaign's slug, or `all`: as the audit names it. */
  campaign: string
  /** Whether the file begins with the mark by which spreadsheets know UTF-8. */
  bom: boolean
}

/**
 * Exports opted-in contacts as CSV. Written down before the first byte, and again at the end: how many rows were
 * given out, and whether that was all of them. Gives what writes the file: it reads no further than `out` takes, and
 * stops where `out` is closed. Throws a `Refusal` where the actor may not.
 */
export async function exportContacts(ctx: Context, asked: Asked): Promise<(out: Writable) => Promise<void>> {
  assertAllowed(ctx, 'contacts.export')
  const subject = { kind: 'contacts', id: randomUUID() }
  const { campaign, from, to } = asked
  await recordAudit(ctx, { verb: 'contacts.export', subject, after: { campaign, from, to } })
  return async (out) => {
    const given: Given = { rows: 0, whole: false }
    try {
      await pipeline(csvChunks(ctx, asked, given), out)
      given.whole = true
    } catch (error) {
      // Somebody who went away has nothing to be told; that we could not go on is another matter.
      if (given.failure) throw error
    } finally {
      const { rows, whole } = given
      await recordAudit(ctx, { verb: 'contacts.export-end', subject, after: { campaign, rows, whole } })
    }
  }
}

/** What has been given out so far, and why it could not go on. */
type Given = { rows: number; whole: boolean; failure?: unknown }

async function* csvChunks(ctx: Context, asked: Asked, given: Given): AsyncGenerator<string> {
  yield (asked.bom ? BYTE_ORDER_MARK : '') + csvLines([COLUMNS])
  try {
    for (let after: Place | null | undefined; after !== null; ) {
      const page = await contactsPage(ctx, asked, after ?? null, AT_ONCE)
      given.rows += page.contacts.length
      if (page.contacts.length > 0) yield csvLines(page.contacts.map(cellsOf))
      after = page.next
    }
  } catch (error) {
    given.failure = error
    throw error
  }
}

function cellsOf(contact: Contact): Cell[] {
  return [
    contact.name,
    contact.email,
    contact.postcode,
    contact.id,
    contact.constituencyCode,
    contact.constituency,
    contact.campaign,
    contact.signedAt,
    contact.confirmedAt,
    contact.consentedAt,
    contact.consentVersion,
    contact.consentWording,
    contact.consentKind,
    contact.consentBasis,
  ]
}
