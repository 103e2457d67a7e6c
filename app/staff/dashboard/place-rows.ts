import { ascending, descending } from 'd3-array'
import { one } from '@/app/staff/_figures/asked'
import { ownSeats } from '@/app/staff/_figures/own-seats'
import { type PlaceFigures, type PlaceKind, placeFigures, placeKinds } from '@/lib/figures/dashboard/places'
import type { Context } from '@/lib/kernel/context'
import { type Asked, oneOf } from './view'

export const placeSorts = ['name', 'found', 'supporters', 'letters', 'answered', 'acknowledged'] as const
export type PlaceSort = (typeof placeSorts)[number]

export type PlacesAsked = {
  kind: PlaceKind
  sort: PlaceSort
  isUp: boolean
  search: string
  /** Only places without a letter. */
  unreached: boolean
}

/** What the address asks of the places. Names are sorted upwards, numbers downwards, unless it says otherwise. */
export function placesAsked({ query }: Pick<Asked, 'query'>): PlacesAsked {
  const sort = oneOf(placeSorts, query.sort, query.reached === 'none' ? 'name' : 'supporters')
  return {
    kind: oneOf(placeKinds, query.kind, 'constituency'),
    sort,
    isUp: sort === 'name' ? query.up !== '0' : query.up === '1',
    search: one(query.q).trim(),
    unreached: query.reached === 'none',
  }
}

/** The places that were asked for, in their order, and all that they were chosen from. `leftOut`: seats that the campaign is not for. */
export async function placeRows(ctx: Context, asked: Asked) {
  const { kind, sort, isUp, search, unreached } = placesAsked(asked)
  // Whoever names constituencies means them, also where the campaign is for others.
  const isAll = one(asked.query.seats) === 'all' || one(asked.query.list) !== ''
  const own = isAll ? null : await ownSeats(ctx, asked.campaign)
  const { seats } = asked.scope
  const chosen = own && seats ? seats.filter((code) => own.includes(code)) : (own ?? seats)
  const all = await placeFigures(ctx, { ...asked.scope, ...(chosen ? { seats: chosen } : {}) }, kind)
  const rows = all
    .filter((place) => holds(place, search) && !(unreached && place.letters > 0))
    .sort((a, b) => {
      const order = isUp ? ascending : descending
      const byName = a.name.localeCompare(b.name, 'en-GB')
      return sort === 'name' ? (isUp ? byName : -byName) : order(a[sort], b[sort]) || byName
    })
  return { all, rows, own: own?.length ?? null }
}

function holds({ name, beside }: PlaceFigures, search: string): boolean {
  return `${name} ${beside}`.toLocaleLowerCase('en-GB').includes(search.toLocaleLowerCase('en-GB'))
}
