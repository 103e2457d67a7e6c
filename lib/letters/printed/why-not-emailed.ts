import type { HeldReason } from '@/db/schema/index'
import type { Seat } from '@/lib/directory/lookup'

export type Obstacle = Extract<HeldReason, 'vacant' | 'dissolved' | 'no-email'>

/** Why a letter to this seat cannot be e-mailed as things stand, or `null` when it can. */
export function obstacle(seat: Seat | null): Obstacle | null {
  if (!seat?.mp) return seat?.dissolved ? 'dissolved' : 'vacant'
  return seat.mp.email ? null : 'no-email'
}
