import type { Seat } from '@/lib/directory/lookup'
import { whyNotEmailed } from './why-not-emailed'

/** What comes of a letter to this seat once it is confirmed, as things stand. */
export function becomesOf(seat: Seat | null): 'sent' | 'kept' | 'to-post' {
  const why = whyNotEmailed(seat)
  if (why === null) return 'sent'
  return why === 'no-email' ? 'to-post' : 'kept'
}
