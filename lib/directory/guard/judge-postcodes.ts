import { writtenPostcode } from '@/lib/directory/postcode'
import type { PostcodeIndex } from '@/lib/directory/postcodes/packed-index'
import { counted, grouped } from '@/lib/kernel/text'
import { monthsBefore } from '@/lib/kernel/time/day'
import { comparePostcodes, type PostcodesCompared, seatCounts } from './compare-postcodes'
import { shareOf, someOf } from './in-words'
import type { Compared } from './let-in'

/**
 * A release as it is compared: its name, its month (2025-08-01; null where nothing says it; `fromRows` where it may be of
 * the next three as well) and its postcodes.
 */
export type ComparedRelease = { name: string; released: string | null; fromRows?: true; index: PostcodeIndex }
/** A constituency by its GSS code. */
export type KnownSeats = ReadonlyMap<string, { name: string; nation: string }>

/** Fewer than this is no release of the whole kingdom: NSPL has had more than 2.5 million since 2015. */
const FEWEST_AT_FIRST = 1_500_000
/** The part of the postcodes in use that may be lost or lead elsewhere. */
const MOST_LOST_OR_MOVED = 0.01

/**
 * What it would mean to put `next` in the place of the release in use, or to begin with it. Too much is what loses or
 * moves more than 1% of the postcodes in use, leaves a seat or a nation without any, is older than what is in use, or,
 * to begin with, has fewer than 1.5 million.
 */
export function judgePostcodes(inUse: ComparedRelease | null, next: ComparedRelease, seats: KnownSeats): Compared {
  return inUse ? judgeNext(inUse, next, seats) : judgeFirst(next, seats)
}

function judgeFirst(next: ComparedRelease, seats: KnownSeats): Compared {
  const { name, index } = next
  const { postcodes } = index
  const counts = seatCounts(index)
  const without = [...seats].filter(([code]) => !counts.has(code)).map(([, { name: seat }]) => seat)
  const bare = nationsWithout(counts, seats)
  const few = postcodes < FEWEST_AT_FIRST
  return {
    lines: [
      `${name}${monthOf(next)}: ${counted(postcodes, 'postcode')}; no release is in use yet.`,
      `Seats with postcodes: ${grouped(seats.size - without.length)} of ${grouped(seats.size)}${
        without.length > 0 ? `; without any: ${someOf(without)}` : ''
      }.`,
      ...(bare.length > 0 ? [`Nations without any postcode: ${bare.join(', ')}.`] : []),
    ],
    reasons: few
      ? [`it has ${counted(postcodes, 'postcode')}, and a whole release more than ${grouped(FEWEST_AT_FIRST)}`]
      : [],
  }
}

function judgeNext(inUse: ComparedRelease, next: ComparedRelease, seats: KnownSeats): Compared {
  const compared = comparePostcodes(inUse.index, next.index)
  const { before, lost, moved, seatsBefore, seatsAfter } = compared
  const emptied = [...seats]
    .filter(([code]) => seatsBefore.has(code) && !seatsAfter.has(code))
    .map(([, { name }]) => name)
  const wereBare = new Set(nationsWithout(seatsBefore, seats))
  const bare = nationsWithout(seatsAfter, seats).filter((nation) => !wereBare.has(nation))
  return {
    lines: [
      `${next.name}${monthOf(next)}, compared with ${inUse.name}${monthOf(inUse)}, which is in use:`,
      `Postcodes: ${grouped(next.index.postcodes)}, before ${grouped(inUse.index.postcodes)}.`,
      `Lost: ${partLine(lost, before)}`,
      `Moved to another seat: ${partLine(moved, before)}`,
      `Seats with postcodes: ${grouped(seatsOf(seatsAfter, seats))}, before ${grouped(seatsOf(seatsBefore, seats))}${
        emptied.length > 0 ? `; left without any: ${someOf(emptied)}` : ''
      }.`,
      ...(bare.length > 0 ? [`Nations left without any postcode: ${bare.join(', ')}.`] : []),
    ],
    reasons: [
      ...tooManyOf(compared),
      ...(emptied.length > 0
        ? [`${counted(emptied.length, 'seat')} would be left without any postcode (${someOf(emptied, 3)})`]
        : []),
      ...(bare.length > 0 ? [`${bare.join(' and ')} would be left without any postcode`] : []),
      ...(isOlder(next, inUse) ? [`it is older than ${inUse.name}, which is in use`] : []),
    ],
  }
}

function tooManyOf({ before, lost, moved }: PostcodesCompared): string[] {
  const touched = lost.count + moved.count
  if (touched <= before * MOST_LOST_OR_MOVED) return []
  return [
    `${shareOf(touched, before)} of the postcodes in use would be lost or lead to another seat, more than ` +
      `${MOST_LOST_OR_MOVED * 100}%`,
  ]
}

function partLine({ count, some }: PostcodesCompared['lost'], before: number): string {
  if (count === 0) return 'none.'
  const few = some.map(writtenPostcode).filter((postcode) => postcode !== '')
  return `${grouped(count)} (${shareOf(count, before)}${few.length > 0 ? `), such as ${few.join(', ')}.` : ').'}`
}

function nationsWithout(counts: ReadonlyMap<string, number>, seats: KnownSeats): string[] {
  const having = new Set([...counts.keys()].flatMap((code) => seats.get(code)?.nation ?? []))
  return [...new Set([...seats.values()].map(({ nation }) => nation))].filter((nation) => !having.has(nation))
}

function seatsOf(counts: ReadonlyMap<string, number>, seats: KnownSeats): number {
  return [...counts.keys()].filter((code) => seats.has(code)).length
}

function isOlder({ released, fromRows }: ComparedRelease, inUse: ComparedRelease): boolean {
  if (released === null || inUse.released === null) return false
  return (fromRows ? monthsBefore(`${released.slice(0, 7)}-01`, -3) : released) < inUse.released
}

/** The month is in the name where ONS gives one: only that its rows or nothing says it is told. */
function monthOf({ released, fromRows }: ComparedRelease): string {
  if (released === null) return ' (no date)'
  return fromRows ? ` (by its newest row of ${released.slice(0, 7)})` : ''
}
