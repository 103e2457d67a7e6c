import type { Seat } from '@/lib/directory/lookup'
import { systemClock } from '@/lib/kernel/time/clock'
import { type WhyNotEmailed, whyNotEmailed } from '@/lib/letters/printed/why-not-emailed'

/** Why a letter to this seat cannot be e-mailed at the moment in which a page is made, or `null` when it can. */
export function whyNotEmailedNow(seat: Seat | null): WhyNotEmailed | null {
  return whyNotEmailed(seat, systemClock())
}
