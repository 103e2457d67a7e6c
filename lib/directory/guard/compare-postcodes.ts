import type { Placed } from '@/lib/directory/postcodes/collect'
import type { PostcodeIndex } from '@/lib/directory/postcodes/packed-index'
import { compactAt, UNITS } from '@/lib/directory/postcodes/place-of'

export type PostcodesCompared = {
  /** Postcodes that led to a seat, or to a place without one. */
  before: number
  /** How many of them would lead nowhere, and the first few, compact. */
  lost: { count: number; some: string[] }
  /** How many of them would lead elsewhere. */
  moved: { count: number; some: string[] }
  /** How many postcodes each code had that led somewhere. */
  seatsBefore: ReadonlyMap<string, number>
  seatsAfter: ReadonlyMap<string, number>
}

const SHOWN = 5

/** Compares two releases, postcode by postcode. */
export function comparePostcodes(old: PostcodeIndex, next: PostcodeIndex): PostcodesCompared {
  const compared = { before: 0, lost: none(), moved: none(), seatsBefore: new Map(), seatsAfter: seatCounts(next) }
  const note = (was: Placed, is: Placed | null, compact: () => string) => {
    if (was.seat === '') return
    compared.before += 1
    compared.seatsBefore.set(was.seat, (compared.seatsBefore.get(was.seat) ?? 0) + 1)
    if (is?.seat === was.seat) return
    const kind = is?.seat ? compared.moved : compared.lost
    kind.count += 1
    if (kind.some.length < SHOWN) kind.some.push(compact())
  }
  eachPostcode(old, (placed, sector, unit) => note(placed, next.at(sector, unit), () => compactAt(sector, unit)))
  for (const [compact, placed] of old.odd) note(placed, next.find(compact), () => compact)
  return compared
}

/** How many postcodes each code of a release has; those that lead nowhere are left out. */
export function seatCounts(index: PostcodeIndex): Map<string, number> {
  const counts = new Map<string, number>()
  const note = ({ seat }: Placed) => seat !== '' && counts.set(seat, (counts.get(seat) ?? 0) + 1)
  eachPostcode(index, note)
  for (const placed of index.odd.values()) note(placed)
  return counts
}

/** Visits every postcode that has a place; the odd ones stand beside them. */
export function eachPostcode(
  index: PostcodeIndex,
  visit: (placed: Placed, sector: number, unit: number) => void,
): void {
  for (const sector of index.sectors) {
    for (let unit = 0; unit < UNITS; unit += 1) {
      const placed = index.at(sector, unit)
      if (placed) visit(placed, sector, unit)
    }
  }
}

function none(): { count: number; some: string[] } {
  return { count: 0, some: [] }
}
