import { type SQL, sql } from 'drizzle-orm'
import type { HeldReason } from '@/db/schema/index'
import { addressAwaitedUntil } from '@/lib/directory/address-awaited'
import { isAddressAwaited } from '@/lib/directory/is-address-awaited'
import type { Seat } from '@/lib/directory/lookup'

/** What a letter is held for because of its MP, or since there is none. */
export const heldForMp = ['vacant', 'dissolved', 'no-address-yet', 'no-email'] as const satisfies HeldReason[]
export type WhyNotEmailed = (typeof heldForMp)[number]

/** Why a letter to this seat cannot be e-mailed at a moment, or `null` when it can. */
export function whyNotEmailed(seat: Seat | null, now: Date): WhyNotEmailed | null {
  if (!seat?.mp) return seat?.dissolved ? 'dissolved' : 'vacant'
  if (seat.mp.email) return null
  return addressAwaitedUntil(seat.mp) > now ? 'no-address-yet' : 'no-email'
}

/** The same in a statement, of a seat that is joined with its sitting MP as `mps`; that row is null where nobody sits. */
export function whyNotEmailedThere(now: Date): SQL {
  return sql`case
    when mps.email is not null then null
    when ${isAddressAwaited(now)} then 'no-address-yet'
    when mps.id is not null then 'no-email'
    when exists (select from mps anybody where anybody.until is null) then 'vacant'
    else 'dissolved'
  end`
}
