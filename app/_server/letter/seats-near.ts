import type { Seat } from '@/lib/directory/lookup'
import { parsePostcode } from '@/lib/directory/postcode'
import { knownPostcode } from '@/lib/directory/postcodes/known-postcode'
import { writtenTypedPostcode } from '@/lib/directory/typed-postcode'
import type { Context } from '@/lib/kernel/context'

/** A postcode near a boundary: the seat that our list has it in, and the others than that of the page. */
export type SeatsNear = { postcode: string; listed: Seat; others: Seat[] }

/** What is near the postcode of a page's query, where the page's seat is its own or one near it; else `null`. Asks nobody. */
export async function seatsNear(ctx: Context, query: string, seat: string): Promise<SeatsNear | null> {
  const parsed = parsePostcode(writtenTypedPostcode(new URLSearchParams(query).get('postcode') ?? ''))
  if (parsed.kind !== 'postcode') return null
  const known = await knownPostcode(ctx, parsed.compact)
  if (known?.kind !== 'seats' || !known.near?.length) return null
  const [listed] = known.seats
  const all = [...known.seats, ...known.near]
  if (!listed || !all.some(({ code }) => code === seat)) return null
  return { postcode: parsed.postcode, listed, others: all.filter(({ code }) => code !== seat) }
}
