import { publicContext } from '@/app/_server/request'
import type { CampaignContent } from '@/lib/content/content'
import { anySeatFor } from '@/lib/content/seats-in-scope'
import { findSeat, lookUpPostcode, type Seat } from '@/lib/directory/lookup'
import { seatsByMp } from '@/lib/directory/seats-by-mp'

type Query = Partial<Record<'postcode' | 'mp' | 'seat', string | string[]>>

/**
 * The seat that a preview is for: by its code, by postcode, by the name of an MP or a constituency, or one that the
 * campaign is for; `null` for none of that name.
 */
export async function seatOf({ postcode, mp, seat: code }: Query, content: CampaignContent): Promise<Seat | null> {
  const ctx = publicContext()
  if (typeof postcode === 'string' && postcode.trim() !== '') {
    const found = await lookUpPostcode(ctx, postcode)
    return 'seats' in found ? (found.seats[0] ?? null) : null
  }
  if (typeof mp === 'string' && mp.trim() !== '') return (await seatsByMp(ctx, mp))[0] ?? null
  if (typeof code === 'string') return findSeat(ctx, code)
  return anySeatFor(ctx, content)
}
