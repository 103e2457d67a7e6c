import type { ConfirmProps } from '@/emails/to-writer/confirm'
import type { Seat } from '@/lib/directory/lookup'
import { type WhyNotEmailed, whyNotEmailed } from './why-not-emailed'

const instead: Record<WhyNotEmailed, ConfirmProps['becomes']> = {
  vacant: 'kept',
  dissolved: 'kept',
  'no-address-yet': 'waits',
  'no-email': 'to-post',
}

/** What comes of a letter to this seat once it is confirmed, as things stand at a moment. */
export function becomesOf(seat: Seat | null, now: Date): ConfirmProps['becomes'] {
  const why = whyNotEmailed(seat, now)
  return why === null ? 'sent' : instead[why]
}
