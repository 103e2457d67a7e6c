import type { HeldReason } from '@/db/schema'
import type { Seat } from '../directory/lookup'

/** Why a letter to this seat cannot be e-mailed as things stand, or `null` when it can. */
export function obstacle(seat: Seat | null): Extract<HeldReason, 'vacant' | 'no-email'> | null {
  if (!seat?.mp) return 'vacant'
  return seat.mp.email ? null : 'no-email'
}
