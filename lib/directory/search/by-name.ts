import type { Constituency } from '@/lib/directory/seat'
import { type Folded, folded, foldWords } from './fold-name'
import { seatRank, slippedSeatRank, slippedTownRank, townRank } from './name-rank'

/** As much of a seat as the search needs: what the browser is given. `also` is its other names, as the Welsh one. */
export type NamedSeat = Constituency & { mp: { name: string; party: string } | null; also?: readonly string[] }

/** A town, and the codes of the seats around it, nearest first. */
export type Town = { name: string; near: readonly string[] }

/** A seat that answers; `near` is the town that led to it, near which it lies: it need not hold the town. */
export type FoundSeat<S> = { seat: S; near: string | null }

/** Longer than any name of a seat with its MP's: each word typed is compared with thousands. */
const TYPED_MOST = 200

type Offer<S> = FoundSeat<S> & { rank: number; order: number }

/**
 * The seats that answer to what was typed, best first, at most `limit`: by the constituency's names, its MP, words
 * of both, or a town near it. Words may be begun only, in any order, with or without accents, commas and "and".
 * When nothing answers, slips of the fingers are forgiven, and then all words but the rarest are left out.
 */
export function searchSeats<S extends NamedSeat>(
  seats: readonly S[],
  text: string,
  limit: number,
  towns: readonly Town[] = [],
): FoundSeat<S>[] {
  const asked = text.slice(0, TYPED_MOST)
  // Not kept, as names are: whatever strangers type would be.
  const words = foldWords(asked.replace(/\bMP\s*$/, '') || asked)
  const typed = { words, line: words.join(' ') }
  if (typed.words.length === 0) return []
  const exact = offers(seats, towns, typed, seatRank, townRank)
  const found = exact.length > 0 ? exact : offers(seats, towns, typed, slippedSeatRank, slippedTownRank)
  return (found.length > 0 ? found : byRarestWord(seats, typed))
    .sort((a, b) => a.rank - b.rank || a.order - b.order || compareByName(a.seat, b.seat))
    .slice(0, limit)
    .map(({ seat, near }) => ({ seat, near }))
}

/** Sorts as a person looks a name up: without regard to accents, case and punctuation. */
export function compareByName(a: Constituency, b: Constituency): number {
  const [one, other] = [folded(a.name).line, folded(b.name).line]
  return one < other ? -1 : one > other ? 1 : 0
}

/** The letter, without accent and case, under which a name is looked up; empty for what holds no word. */
export function firstLetter(name: string): string {
  return folded(name).line.charAt(0)
}

const NATIONS = ['England', 'Scotland', 'Wales', 'Northern Ireland']

/** The seats by nation, England first, each nation's in the order of their names: the list for pages without scripts. */
export function seatsByNation<S extends Constituency>(seats: readonly S[]): { nation: string; seats: S[] }[] {
  const sorted = [...seats].sort(compareByName)
  return NATIONS.map((nation) => ({ nation, seats: sorted.filter((seat) => seat.nation === nation) })).filter(
    (group) => group.seats.length > 0,
  )
}

function offers<S extends NamedSeat>(
  seats: readonly S[],
  towns: readonly Town[],
  typed: Folded,
  rankSeat: typeof seatRank,
  rankTown: typeof townRank,
): Offer<S>[] {
  const best = new Map<string, Offer<S>>()
  for (const seat of seats) {
    const rank = rankSeat({ names: [seat.name, ...(seat.also ?? [])], mp: seat.mp?.name ?? null }, typed)
    if (rank !== null) best.set(seat.code, { seat, near: null, rank, order: 0 })
  }
  const byCode = new Map(seats.map((seat) => [seat.code, seat]))
  for (const town of towns) {
    const rank = rankTown(town.name, typed)
    if (rank === null) continue
    // The nearest of each town first: there are six Newports.
    for (const [order, code] of town.near.entries()) {
      const seat = byCode.get(code)
      const known = best.get(code)
      if (!seat || (known && (known.rank < rank || (known.rank === rank && known.order <= order)))) continue
      best.set(code, { seat, near: town.name, rank, order })
    }
  }
  return [...best.values()]
}

/** For "Vale of Clwyd", which is no more: the seats with the one word of it that the fewest have. */
function byRarestWord<S extends NamedSeat>(seats: readonly S[], { words }: Folded): Offer<S>[] {
  const each = words
    .filter((word) => word.length >= 4)
    .map((word) => offers(seats, [], { words: [word], line: word }, seatRank, townRank))
    .filter((found) => found.length > 0)
  return each.sort((a, b) => a.length - b.length)[0] ?? []
}
