import { regionOrNation } from '@/lib/directory/english-regions'
import { partyWords } from '@/lib/directory/party-words'
import { allSeats } from '@/lib/directory/seats'
import { seatsIn } from '@/lib/figures/dashboard/own-list'
import type { Scope } from '@/lib/figures/dashboard/scope'
import { areDaysDue } from '@/lib/figures/roll-up/days-due'
import type { Context } from '@/lib/kernel/context'
import { type Asked, one } from './asked'

/** By what figures are narrowed, each by its name in the address. */
export const narrowers = ['nation', 'region', 'party', 'list', 'source'] as const
export type Narrower = (typeof narrowers)[number]

export type Narrowing = Partial<Record<Narrower, string>>

/** What stands in the address for whoever came without a `utm_source`. */
export const NO_SOURCE = 'none'

/** What an address narrows the figures by. */
export function narrowingOf(query: Asked['query']): Narrowing {
  return Object.fromEntries(
    narrowers.flatMap((name) => {
      const value = one(query[name]).trim()
      return value ? [[name, value]] : []
    }),
  )
}

/** The scopes of what was asked, narrowed by what the address says: a nation or a party that there is not, or a list that cannot be read, has no seats. */
export async function narrowedTo<A extends Pick<Asked, 'query' | 'scope' | 'before'>>(
  ctx: Context,
  asked: A,
): Promise<A> {
  const { nation, region, party, list, source } = narrowingOf(asked.query)
  if (!nation && !region && !party && !list && !source) return asked
  const added: Pick<Scope, 'seats' | 'source' | 'isDue'> = { isDue: await areDaysDue(ctx) }
  if (nation || region || party || list) {
    const all = await allSeats(ctx)
    const seats = (list ? seatsIn(list, all) : all).filter(
      (seat) =>
        (!nation || seat.nation === nation) &&
        (!region || regionOrNation(seat) === region) &&
        (!party || (seat.mp ? partyWords(seat.mp.party) : 'Vacant') === party),
    )
    added.seats = seats.map(({ code }) => code)
  }
  if (source) added.source = source === NO_SOURCE ? '' : source
  return { ...asked, scope: { ...asked.scope, ...added }, before: { ...asked.before, ...added } }
}
