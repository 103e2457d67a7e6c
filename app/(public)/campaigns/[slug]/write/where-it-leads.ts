import { oncePerRequest } from '@/app/_server/exchange'
import { publicContext, refusedByLimit, visitSource } from '@/app/_server/request'
import { findSeat, lookUpPostcode, type Seat } from '@/lib/directory/lookup'
import { writtenPostcode } from '@/lib/directory/postcode'
import { chooseAddress, writingAddress } from '@/lib/letters/writing-addresses'
import type { Unresolved } from './unresolved-words'

export type Leads =
  /** On to the page of an MP, or to the choice of a constituency by name. */
  | { to: string }
  /** Nothing was asked yet. */
  | { to: null; why: 'not-asked' }
  | { to: null; why: 'split'; postcode: string; seats: Seat[]; noneChosen: boolean }
  /** Nobody could look the postcode up. */
  | { to: null; why: 'unavailable'; postcode: string }
  | { to: null; why: Unresolved; typed: string; retryAt: Date | null }

/** Where the address of `/campaigns/SLUG/write` leads; found out once for a request, which its title asks as well. */
export const whereItLeads = oncePerRequest(async (slug: string, query: string): Promise<Leads> => {
  const searchParams = new URLSearchParams(query)
  const [typed, code, find] = [
    searchParams.get('postcode') ?? '',
    searchParams.get('constituency'),
    searchParams.get('find') ?? '',
  ]
  const source = visitSource()
  // Typed and not chosen: what it finds is listed. A list sent without a choice is asked again.
  if (find && !code) {
    return { to: chooseAddress(slug, { find, postcode: typed, source, ...(code === null && { choice: 'none' }) }) }
  }
  const seat = code ? await findSeat(publicContext(), code.trim().toUpperCase()) : null
  if (seat) return { to: writingAddress(slug, seat.code, undefined, { postcode: writtenPostcode(typed), source }) }
  if (code !== null) return { to: null, why: code === '' ? 'none-chosen' : 'no-such-seat', typed, retryAt: null }
  if (!searchParams.has('postcode')) return { to: null, why: 'not-asked' }
  return ofPostcode(slug, typed, searchParams.has('choice'))
})

async function ofPostcode(slug: string, typed: string, noneChosen: boolean): Promise<Leads> {
  const unresolved = (why: Unresolved, text = typed, retryAt: Date | null = null): Leads => ({
    to: null,
    why,
    typed: text,
    retryAt,
  })
  if (typed.trim() === '') return unresolved('missing')
  const retryAt = await refusedByLimit('look-up')
  if (retryAt) return unresolved('too-many', typed, retryAt)
  const outcome = await lookUpPostcode(publicContext(), typed)
  if (outcome.status === 'split') {
    return { to: null, why: 'split', postcode: outcome.postcode, seats: outcome.seats, noneChosen }
  }
  if (outcome.status === 'unavailable') return { to: null, why: 'unavailable', postcode: outcome.postcode }
  const [seat] = 'seats' in outcome ? outcome.seats : []
  if (outcome.status === 'found' && seat) {
    const { postcode } = outcome
    return { to: writingAddress(slug, seat.code, undefined, { postcode, source: visitSource() }) }
  }
  return unresolved(outcome.status as Unresolved, 'postcode' in outcome ? outcome.postcode : typed)
}
