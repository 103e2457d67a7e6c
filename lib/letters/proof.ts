import { findSeat } from '../directory/lookup'
import { parsePostcode } from '../directory/postcode'
import { knownPostcode } from '../directory/postcodes/known'
import type { Context } from '../kernel/context'
import { findLetter } from './find'
import { mpOfLetter } from './mp-of-letter'

/** What an MP's office may know of a letter beyond its text. */
export type Proof = {
  constituency: string
  /** The MP that it went to, although somebody else may sit for the seat by now. */
  mp: { name: string; party: string } | null
  confirmedAt: Date
  sentAt: Date
  /** Whether the directory has the postcode in the constituency, or the writer chose that by name. */
  postcode: 'inside' | 'chosen' | 'erased'
  ownShare: number
}

/** The proof for a letter that was sent; `null` for any other. */
export async function proofOf(ctx: Context, letterId: string): Promise<Proof | null> {
  const letter = await findLetter(ctx, letterId)
  if (!letter?.confirmedAt || !['sending', 'accepted', 'delivered'].includes(letter.state)) return null
  const [seat, mp] = await Promise.all([findSeat(ctx, letter.constituencyCode), mpOfLetter(ctx, letter)])
  return {
    constituency: seat?.name ?? '',
    mp: mp && { name: mp.name, party: mp.party },
    confirmedAt: letter.confirmedAt,
    sentAt: letter.acceptedAt ?? letter.confirmedAt,
    postcode: letter.person ? await whereIs(ctx, letter.person.postcode, letter.constituencyCode) : 'erased',
    ownShare: letter.ownShare,
  }
}

async function whereIs(ctx: Context, typed: string, constituencyCode: string): Promise<'inside' | 'chosen'> {
  const parsed = parsePostcode(typed)
  const known = parsed.kind === 'postcode' ? await knownPostcode(ctx, parsed.compact) : null
  const inside = known?.kind === 'seats' && known.seats.some(({ code }) => code === constituencyCode)
  return inside ? 'inside' : 'chosen'
}
