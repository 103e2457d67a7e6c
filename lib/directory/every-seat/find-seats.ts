import { partyWords } from '@/lib/directory/party-words'
import { compareByName } from '@/lib/directory/search/by-name'
import { folded, foldWords } from '@/lib/directory/search/fold-name'
import type { Context } from '@/lib/kernel/context'
import { DAY } from '@/lib/kernel/time/durations'
import { type ListedSeat, listedSeats } from './listed-seats'

/** The lists of seats, each a part of all. */
export const seatLists = ['all', 'vacant', 'no-address', 'by-hand', 'changed'] as const
export type SeatList = (typeof seatLists)[number]

export const seatOrders = ['seat', 'mp', 'party', 'since'] as const
export type SeatOrder = (typeof seatOrders)[number]

/** Days for which a seat counts as changed lately. */
export const CHANGED_DAYS = 30

/** What is asked for: `find` in every name and address, `page` from 1. */
export type SeatsAsked = { find: string; show: SeatList; order: SeatOrder; down: boolean; page: number }

/** A page of seats; `counts`: how many each list has of those found. */
export type SeatsFound = {
  seats: ListedSeat[]
  total: number
  page: number
  pages: number
  counts: Record<SeatList, number>
}

const TYPED_MOST = 200

/** The seats that were asked for, `most` on a page; a page that there is not is the last. Throws as {@link listedSeats}. */
export async function findSeatsForStaff(ctx: Context, asked: SeatsAsked, most: number): Promise<SeatsFound> {
  const words = foldWords(asked.find.slice(0, TYPED_MOST))
  const found = (await listedSeats(ctx)).filter((seat) => holds(seat, words))
  const now = ctx.now()
  const counts = countsOf(found, now)
  const all = found.filter((seat) => isOf(seat, asked.show, now)).sort(inOrder(asked))
  const pages = Math.max(1, Math.ceil(all.length / most))
  const page = Math.min(Math.max(1, asked.page), pages)
  return { seats: all.slice((page - 1) * most, page * most), total: all.length, page, pages, counts }
}

/** How many seats each list has. Throws as {@link listedSeats}. */
export async function seatListCounts(ctx: Context): Promise<Record<SeatList, number>> {
  return countsOf(await listedSeats(ctx), ctx.now())
}

function countsOf(seats: readonly ListedSeat[], now: Date): Record<SeatList, number> {
  const counts = { all: 0, vacant: 0, 'no-address': 0, 'by-hand': 0, changed: 0 }
  for (const seat of seats) for (const list of seatLists) if (isOf(seat, list, now)) counts[list] += 1
  return counts
}

/** Every word begins a word of the seat, its MP, their party or address. */
function holds({ code, name, nation, mp }: ListedSeat, words: readonly string[]): boolean {
  const texts = [name, nation, ...(mp ? [mp.name, partyWords(mp.party), mp.email ?? ''] : ['vacant'])]
  const held = [code.toLowerCase(), ...texts.flatMap((text) => folded(text).words)]
  return words.every((word) => held.some((one) => one.startsWith(word)))
}

function isOf({ mp, changedAt }: ListedSeat, list: SeatList, now: Date): boolean {
  switch (list) {
    case 'all':
      return true
    case 'vacant':
      return mp === null
    case 'no-address':
      return mp !== null && mp.email === null
    case 'by-hand':
      return mp !== null && mp.setByHand !== null
    case 'changed':
      return changedAt !== null && now.getTime() - changedAt.getTime() < CHANGED_DAYS * DAY
  }
}

function inOrder({ order, down }: Pick<SeatsAsked, 'order' | 'down'>) {
  const by = (a: ListedSeat, b: ListedSeat) => (a.mp && b.mp ? compareMps(order, a.mp, b.mp) : 0)
  return (a: ListedSeat, b: ListedSeat) => {
    // Whoever asks for MPs by name has no use for the seats without one.
    if (order !== 'seat' && (a.mp === null) !== (b.mp === null)) return a.mp === null ? 1 : -1
    const compared = order === 'seat' ? compareByName(a, b) : by(a, b)
    return (down ? -compared : compared) || compareByName(a, b)
  }
}

type Mp = NonNullable<ListedSeat['mp']>

function compareMps(order: Exclude<SeatOrder, 'seat'> | SeatOrder, a: Mp, b: Mp): number {
  if (order === 'since') return a.since.getTime() - b.since.getTime()
  const text = ({ name, party }: Mp) => (order === 'party' ? folded(partyWords(party)).line : surnameFirst(name))
  return text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0
}

/** "Diane Abbott" as "abbott diane": as lists of members are read. */
function surnameFirst(name: string): string {
  const { words } = folded(name)
  return [words.at(-1), ...words.slice(0, -1)].join(' ')
}
