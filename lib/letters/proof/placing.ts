import type { PlacingKind } from '@/db/schema/index'
import type { Placed } from '@/lib/directory/place-postcode'

/** How a letter's home postcode and seat agreed; `others`: the other seats that the postcode was placed in, by name. */
export type Placing = { kind: PlacingKind; others: string[] }

/**
 * What is kept of a comparison with the letter; `null` where no letter can go: the postcode is no voter's home, or lies
 * in a seat that is neither near nor beside the one that was chosen.
 */
export function placingOf(placed: Placed): Placing | null {
  switch (placed.kind) {
    case 'inside':
    case 'inside-live':
    case 'near':
      return { kind: placed.kind, others: placed.seats.map(({ name }) => name) }
    case 'elsewhere':
    case 'elsewhere-live':
      return placed.beside ? { kind: placed.kind, others: placed.seats.map(({ name }) => name) } : null
    case 'unknown':
    case 'not-looked-up':
      return { kind: placed.kind, others: [] }
    default:
      return null
  }
}

/** As it stands with a letter. */
export function placingKept({ placing, placedIn }: { placing: PlacingKind; placedIn: string[] }): Placing {
  return { kind: placing, others: placedIn }
}

/** Whether a letter's writer is known to live in the constituency: nobody else is called a constituent. */
export function isConstituent({ kind }: Placing): boolean {
  return kind === 'inside' || kind === 'inside-live'
}
