import { turnOf } from '@/app/_server/caller/limit-caller'
import type { FieldFault } from '@/app/_server/forms/fields'
import { type Placed, placePostcode } from '@/lib/directory/place-postcode'
import type { ParsedPostcode } from '@/lib/directory/postcode'
import type { Context } from '@/lib/kernel/context'
import { eitherOf } from '@/lib/kernel/text'

const HOME_POSTCODE = 'Enter the postcode of your home, like SW1A 0AA'
const OUR_LIST_ALONE = { membersApiUrl: null, postcodesApiUrl: null }

/** Compares a home postcode with a seat; what our list does not hold is asked elsewhere within the limit on look-ups. */
export async function placeHome(ctx: Context, postcode: ParsedPostcode, seatCode: string): Promise<Placed> {
  const placed = await placePostcode(ctx, postcode, seatCode, OUR_LIST_ALONE)
  if (placed.kind !== 'unknown' && placed.kind !== 'not-looked-up') return placed
  const turn = await turnOf(ctx, 'look-up')
  return turn.allowed ? placePostcode(ctx, postcode, seatCode) : { kind: 'not-looked-up' }
}

/** What is wrong with a home postcode beside the seat that is written to; nothing where it can stand. */
export function postcodeFault(placed: Placed, home: ParsedPostcode, seatName: string): FieldFault[] {
  const message = messageOf(placed, home, seatName)
  return message === null ? [] : [{ field: 'postcode', message }]
}

function messageOf(placed: Placed, home: ParsedPostcode, seatName: string): string | null {
  switch (placed.kind) {
    case 'ambiguous':
      return home.kind === 'malformed' && home.readings
        ? `Enter the postcode of your home alone: what stands here may be ${eitherOf(home.readings)}`
        : HOME_POSTCODE
    case 'malformed':
      return HOME_POSTCODE
    case 'bfpo':
      return 'Enter the postcode of your UK home address: a BFPO address is in no constituency'
    case 'crown_dependency':
      return 'This postcode is in Guernsey, Jersey or the Isle of Man, which have no MP. Enter the one of a UK address where you live or are registered to vote'
    case 'overseas_territory':
      return `${home.kind === 'overseas_territory' ? `This postcode is in ${home.territory}` : 'This postcode is overseas'}, which has no MP. Enter the one of a UK address where you live or are registered to vote`
    case 'elsewhere':
    case 'elsewhere-live': {
      if (placed.beside) return null
      const names = eitherOf(placed.seats.map(({ name }) => name))
      const postcode = home.kind === 'malformed' ? 'Your postcode' : home.postcode
      return `${postcode} is in ${names}, and this letter goes to the MP for ${seatName}. Correct the postcode, or write to your own MP`
    }
    default:
      return null
  }
}
