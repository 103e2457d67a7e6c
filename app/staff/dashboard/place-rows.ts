import { ascending, descending } from 'd3-array'
import { one } from '@/app/staff/_figures/asked'
import { ownSeats } from '@/app/staff/_figures/own-seats'
import { knownElections } from '@/lib/directory/elections/known-elections'
import type { Election } from '@/lib/directory/members-api/latest-election'
import { type PlaceFigures, type PlaceKind, placeFigures, placeKinds } from '@/lib/figures/dashboard/places'
import type { Context } from '@/lib/kernel/context'
import { type Asked, oneOf } from './view'

export const placeSorts = ['name', 'found', 'supporters', 'letters', 'answered', 'acknowledged', 'majority'] as const
export type PlaceSort = (typeof placeSorts)[number]
/** Sorted upwards unless the address says otherwise. */
const upwards: readonly PlaceSort[] = ['name', 'majority']
export const isUpwards = (sort: PlaceSort) => upwards.includes(sort)

/** Below so many votes a majority may be asked for. */
export const majorityLimits = ['1000', '5000', '10000'] as const

/** A place; of a seat of which it is known, how its last election went. */
export type PlaceRow = PlaceFigures & { election: Election | null }

export type PlacesAsked = {
  kind: PlaceKind
  sort: PlaceSort
  isUp: boolean
  search: string
  /** Only places without a letter. */
  unreached: boolean
  /** Only seats of a majority below so many votes; empty for all. */
  below: (typeof majorityLimits)[number] | ''
}

/** What the address asks of the places. Names and majorities are sorted upwards, other numbers downwards, unless it says otherwise. */
export function placesAsked({ query }: Pick<Asked, 'query'>): PlacesAsked {
  const kind = oneOf(placeKinds, query.kind, 'constituency')
  const usual = query.reached === 'none' ? 'name' : 'supporters'
  const asked = oneOf(placeSorts, query.sort, usual)
  const sort = asked === 'majority' && !areSeats(kind) ? usual : asked
  return {
    kind,
    sort,
    isUp: isUpwards(sort) ? query.up !== '0' : query.up === '1',
    search: one(query.q).trim(),
    unreached: query.reached === 'none',
    below: areSeats(kind) ? oneOf(['', ...majorityLimits], query.majority, '') : '',
  }
}

/** Whether each place of the kind is one seat. */
export function areSeats(kind: PlaceKind): boolean {
  return kind === 'constituency' || kind === 'mp'
}

/**
 * The places that were asked for, in their order, and all that they were chosen from. `own`: how many seats the campaign is
 * for, where it is not for all; `hasMajorities`: whether that of any seat is known.
 */
export async function placeRows(ctx: Context, asked: Asked) {
  const { kind, sort, isUp, search, unreached, below } = placesAsked(asked)
  // Whoever names constituencies means them, also where the campaign is for others.
  const isAll = one(asked.query.seats) === 'all' || one(asked.query.list) !== ''
  const own = isAll ? null : await ownSeats(ctx, asked.campaign)
  const { seats } = asked.scope
  const chosen = own && seats ? seats.filter((code) => own.includes(code)) : (own ?? seats)
  const [all, elections] = await Promise.all([
    placeFigures(ctx, { ...asked.scope, ...(chosen ? { seats: chosen } : {}) }, kind),
    areSeats(kind) ? knownElections(ctx) : new Map<string, Election>(),
  ])
  const hasMajorities = elections.size > 0
  const isBelow = ({ election }: PlaceRow) =>
    !below || !hasMajorities || (election?.majority ?? Infinity) < Number(below)
  const rows = all
    .map((place): PlaceRow => ({ ...place, election: elections.get(place.key) ?? null }))
    .filter((place) => holds(place, search) && !(unreached && place.letters > 0) && isBelow(place))
    .sort((a, b) => {
      const order = isUp ? ascending : descending
      const byName = a.name.localeCompare(b.name, 'en-GB')
      if (sort === 'name') return isUp ? byName : -byName
      if (sort !== 'majority') return order(a[sort], b[sort]) || byName
      // What is not known comes last either way.
      const known = ascending(a.election === null ? 1 : 0, b.election === null ? 1 : 0)
      return known || order(a.election?.majority ?? 0, b.election?.majority ?? 0) || byName
    })
  return { all, rows, own: own?.length ?? null, hasMajorities }
}

function holds({ name, beside }: PlaceFigures, search: string): boolean {
  return `${name} ${beside}`.toLocaleLowerCase('en-GB').includes(search.toLocaleLowerCase('en-GB'))
}
