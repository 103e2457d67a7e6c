import type { Seat } from '@/lib/directory/lookup'
import { whyNotEmailed } from '@/lib/letters/printed/why-not-emailed'

/** What the button does to the letter, once its writer has confirmed it. */
export function sends(seat: Seat): string {
  const why = whyNotEmailed(seat)
  if (why === null) return 'Send my letter'
  return why === 'no-email' ? 'Make my letter ready to post' : 'Keep my letter until there is an MP'
}

/** What becomes of the letter then; `isUndecided`: it is still to be said whose constituent its writer is. */
export function afterwards(seat: Seat, isUndecided: boolean): string {
  const first = 'Next we e-mail you a link.'
  if (isUndecided) return `${first} The letter goes to your MP only once you have confirmed that it is yours.`
  switch (whyNotEmailed(seat)) {
    case null:
      return `${first} The letter goes to ${seat.mp?.name} only once you have confirmed that it is yours.`
    case 'no-email':
      return `${first} Once you have confirmed that the letter is yours, it is laid out for you to print and post.`
    default:
      return `${first} Once you have confirmed that the letter is yours, it is kept, and goes to the new MP.`
  }
}
