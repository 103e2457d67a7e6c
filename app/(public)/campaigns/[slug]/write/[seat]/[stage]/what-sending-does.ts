import { whyNotEmailedNow } from '@/app/(public)/why-not-emailed-now'
import type { Seat } from '@/lib/directory/lookup'

/** What the button does to the letter, once its writer has confirmed it. */
export function sends(seat: Seat): string {
  switch (whyNotEmailedNow(seat)) {
    case null:
      return 'Send my letter'
    case 'no-address-yet':
      return 'Keep my letter until it can be e-mailed'
    case 'no-email':
      return 'Make my letter ready to post'
    default:
      return 'Keep my letter until there is an MP'
  }
}

/** What becomes of the letter then; `isUndecided`: it is still to be said whose constituent its writer is. */
export function afterwards(seat: Seat, isUndecided: boolean): string {
  const first = 'Next we e-mail you a link.'
  const then = `${first} Once you have confirmed that the letter is yours, it is`
  if (isUndecided) return `${first} The letter goes to your MP only once you have confirmed that it is yours.`
  switch (whyNotEmailedNow(seat)) {
    case null:
      return `${first} The letter goes to ${seat.mp?.name} only once you have confirmed that it is yours.`
    case 'no-address-yet':
      return `${then} kept, and goes to ${seat.mp?.name} as soon as an e-mail address is listed.`
    case 'no-email':
      return `${then} laid out for you to print and post.`
    default:
      return `${then} kept, and goes to the new MP.`
  }
}
