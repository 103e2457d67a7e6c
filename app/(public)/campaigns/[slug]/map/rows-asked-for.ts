import { regionOrNation } from '@/lib/directory/english-regions'
import { type NamedSeat, searchSeats, type Town } from '@/lib/directory/search/by-name'
import type { SeatShown } from '@/lib/figures/public/public-seats'
import { counted, oneLine } from '@/lib/kernel/text'

export type Query = Partial<Record<'seat' | 'find' | 'part', string | string[]>>

type Known = { seats: readonly SeatShown[]; named: readonly NamedSeat[]; towns: readonly Town[] }

/** The rows of the table that are shown, and what they are; `typed` is kept in the field. */
export type RowsAskedFor = { caption: string; rows: SeatShown[]; typed: string; part: string | null }

const MOST = 10
const FOUND_MOST = 50
const LONGEST = 80

/** The table in parts: of all 650 rows at once, a phone's page is sixty screens long. */
export const PARTS: readonly { value: string; label: string; holds: (seat: SeatShown) => boolean }[] = [
  { value: 'london', label: 'London', holds: (seat) => regionOrNation(seat) === 'London' },
  {
    value: 'england',
    label: 'England outside London',
    holds: (seat) => seat.nation === 'England' && regionOrNation(seat) !== 'London',
  },
  { value: 'scotland', label: 'Scotland', holds: ({ nation }) => nation === 'Scotland' },
  { value: 'wales', label: 'Wales', holds: ({ nation }) => nation === 'Wales' },
  { value: 'northern-ireland', label: 'Northern Ireland', holds: ({ nation }) => nation === 'Northern Ireland' },
  { value: 'all', label: 'All constituencies', holds: () => true },
]

/**
 * What an address asks for: one constituency (`seat`, its code), what answers to a name, an MP or a town (`find`), a part
 * of the table (`part`); else those with the most supporters. What is none of these counts as not asked.
 */
export function rowsAskedFor(query: Query, { seats, named, towns }: Known): RowsAskedFor {
  const typed = oneLine(single(query.find).slice(0, 2 * LONGEST)).slice(0, LONGEST)
  if (typed !== '') {
    const byCode = new Map(seats.map((seat) => [seat.code, seat]))
    const rows = searchSeats(named, typed, FOUND_MOST, towns).flatMap(({ seat }) => byCode.get(seat.code) ?? [])
    const caption = rows.length > 0 ? `Found for “${typed}”` : `No constituency, MP or town is called “${typed}”`
    return { caption, rows, typed, part: null }
  }
  const own = seats.find(({ code }) => code === query.seat)
  if (own) return { caption: own.name, rows: [own], typed, part: null }
  const part = PARTS.find(({ value }) => value === query.part)
  if (part) {
    const rows = seats.filter(part.holds)
    return {
      caption: `${part.label}: ${counted(rows.length, 'constituency', 'constituencies')}`,
      rows,
      typed,
      part: part.value,
    }
  }
  return { caption: 'The most supporters', rows: mostSupporters(seats), typed, part: null }
}

function mostSupporters(seats: readonly SeatShown[]): SeatShown[] {
  return seats
    .flatMap((seat) =>
      typeof seat.supporters === 'number' && seat.supporters > 0 ? [{ seat, sum: seat.supporters }] : [],
    )
    .sort((one, other) => other.sum - one.sum)
    .slice(0, MOST)
    .map(({ seat }) => seat)
}

function single(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : ''
}
