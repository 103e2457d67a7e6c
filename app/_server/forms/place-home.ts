import { currentExchange } from '@/app/_server/exchange'
import { limitsLifted } from '@/app/_server/limits-lifted'
import { type Placed, placePostcode } from '@/lib/directory/place-postcode'
import type { Context } from '@/lib/kernel/context'
import { takeTurn } from '@/lib/limits/rate-limit'

const OUR_LIST_ALONE = { membersApiUrl: null, postcodesApiUrl: null }

/** Compares a home postcode with a seat; what our list does not hold is asked elsewhere within the limit on look-ups. */
export async function placeHome(ctx: Context, postcode: string, seatCode: string): Promise<Placed> {
  const placed = await placePostcode(ctx, postcode, seatCode, OUR_LIST_ALONE)
  if (placed.kind !== 'unknown') return placed
  const turn = await takeTurn(ctx, 'look-up', currentExchange().clientAddress, limitsLifted())
  return turn.allowed ? placePostcode(ctx, postcode, seatCode) : { kind: 'not-looked-up' }
}
