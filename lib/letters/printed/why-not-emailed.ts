import type { HeldReason } from '@/db/schema/index'
import type { Seat } from '@/lib/directory/lookup'

export type WhyNotEmailed = Extract<HeldReason, 'vacant' | 'dissolved' | 'no-email'>

/** Why a letter to this seat cannot be e-mailed as things stand, or `null` when it can. */
export function whyNotEmailed(seat: Seat | null): WhyNotEmailed | null {
  if (!seat?.mp) return seat?.dissolved ? 'dissolved' : 'vacant'
  return seat.mp.email ? null : 'no-email'
}
