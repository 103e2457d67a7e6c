import { turnOf } from '@/app/_server/caller/limit-caller'
import { type Placed, placePostcode } from '@/lib/directory/place-postcode'
import type { ParsedPostcode } from '@/lib/directory/postcode'
import type { Context } from '@/lib/kernel/context'

const OUR_LIST_ALONE = { membersApiUrl: null, postcodesApiUrl: null }

/** Compares a home postcode with a seat; what our list does not hold is asked elsewhere within the limit on look-ups. */
export async function placeHome(ctx: Context, postcode: ParsedPostcode, seatCode: string): Promise<Placed> {
  const placed = await placePostcode(ctx, postcode, seatCode, OUR_LIST_ALONE)
  if (placed.kind !== 'unknown') return placed
  const turn = await turnOf(ctx, 'look-up')
  return turn.allowed ? placePostcode(ctx, postcode, seatCode) : { kind: 'not-looked-up' }
}
