import { oncePerRequest } from '@/app/_server/exchange'
import { publicContext, refusedByLimit, visitSource } from '@/app/_server/request'
import { findSeat, lookUpPostcode, type Seat } from '@/lib/directory/lookup'
import { knownPostcode, type Shares } from '@/lib/directory/postcodes/known-postcode'
import { writtenTypedPostcode } from '@/lib/directory/typed-postcode'
import { chooseAddress, writingAddress } from '@/lib/letters/writing-addresses'
import type { Unresolved } from './unresolved-words'

export type Leads =
  /** On to the page of an MP, or to the choice of a constituency by name. */
  | { to: string }
  /** Nothing was asked yet. */
  | { to: null; why: 'not-asked' }
  | { to: null; why: 'split'; postcode: string; seats: Seat[]; shares?: Shares | undefined; noneChosen: boolean }
  /** It can be more than one postcode; with the seats of each that our list has. */
  | { to: null; why: 'ambiguous'; typed: string; readings: Reading[] }
  /** Nobody could look the postcode up. */
  | { to: null; why: 'unavailable'; postcode: string }
  | { to: null; why: Unresolved; typed: string; retryAt: Date | null; territory?: string }

/** A postcode that may be meant, and the seats that it lies in, where that is known here. */
export type Reading = { postcode: string; seats: Seat[] }

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
  if (seat) return { to: writingAddress(slug, seat.code, undefined, { postcode: writtenTypedPostcode(typed), source }) }
  if (code !== null) return { to: null, why: code === '' ? 'none-chosen' : 'no-such-seat', typed, retryAt: null }
  if (!searchParams.has('postcode')) return { to: null, why: 'not-asked' }
  return ofPostcode(slug, typed, searchParams.has('choice'))
})

async function ofPostcode(slug: string, typed: string, noneChosen: boolean): Promise<Leads> {
  const unresolved = (why: Unresolved, text = typed, retryAt: Date | null = null) => ({
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
    const { postcode, seats, shares } = outcome
    return { to: null, why: 'split', postcode, seats, shares, noneChosen }
  }
  if (outcome.status === 'unavailable') return { to: null, why: 'unavailable', postcode: outcome.postcode }
  if (outcome.status === 'ambiguous') {
    return { to: null, why: 'ambiguous', typed, readings: await Promise.all(outcome.readings.map(withSeats)) }
  }
  if (outcome.status === 'overseas_territory')
    return { ...unresolved(outcome.status, outcome.postcode), territory: outcome.territory }
  const [seat] = 'seats' in outcome ? outcome.seats : []
  if (outcome.status === 'found' && seat) {
    const { postcode } = outcome
    return { to: writingAddress(slug, seat.code, undefined, { postcode, source: visitSource() }) }
  }
  return unresolved(outcome.status as Unresolved, 'postcode' in outcome ? outcome.postcode : typed)
}

async function withSeats(postcode: string): Promise<Reading> {
  const known = await knownPostcode(publicContext(), postcode.replace(' ', ''))
  return { postcode, seats: known?.kind === 'seats' ? known.seats : [] }
}
