import { campaignSlugOf, writtenContent } from '@/lib/content/find-campaign'
import { findSeat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { findLetter } from '@/lib/letters/find'
import { mpOfLetter } from './mp-of-letter'
import { type Placing, placingKept } from './placing'

/** What an MP's office may know of a letter beyond its text. */
export type Proof = {
  constituency: string
  /** The campaign that it was written with. */
  campaign: { title: string; slug: string }
  /** The MP that it went to, although somebody else may sit for the seat by now. */
  mp: { name: string; party: string } | null
  confirmedAt: Date
  sentAt: Date
  /** How postcode and constituency agreed when the letter was submitted: nothing looks it up anew. */
  placing: Placing
  /** The writer's details were erased since, and the postcode with them. */
  erased: boolean
  /** From 0 to 1; `null` where the text says too little to tell. */
  ownShare: number | null
  /** Since it went, the team has found that no real person stands behind it. */
  notGenuine: boolean
}

/** The proof for a letter that was sent; `null` for any other. */
export async function proofOf(ctx: Context, letterId: string): Promise<Proof | null> {
  const letter = await findLetter(ctx, letterId)
  if (!letter?.confirmedAt || !['sending', 'accepted', 'delivered'].includes(letter.state)) return null
  const [seat, mp, { title }, slug] = await Promise.all([
    findSeat(ctx, letter.constituencyCode),
    mpOfLetter(ctx, letter),
    writtenContent(ctx, letter.versionId),
    campaignSlugOf(ctx, letter.campaignId),
  ])
  return {
    constituency: seat?.name ?? '',
    campaign: { title, slug },
    mp: mp && { name: mp.name, party: mp.party },
    confirmedAt: letter.confirmedAt,
    sentAt: letter.acceptedAt ?? letter.confirmedAt,
    placing: placingKept(letter),
    erased: letter.person === null,
    ownShare: letter.ownShare,
    notGenuine: letter.notGenuineAt !== null,
  }
}
