import type { Seat } from '@/lib/directory/seat'

/** What one source says: the seats by name or by GSS code, that it has no such postcode, or nothing of use. */
export type SourceResult =
  | { kind: 'names'; names: string[] }
  | { kind: 'codes'; codes: string[] }
  | { kind: 'unknown' }
  | { kind: 'failed' }

/** The seats among ours that a source named; null when it named none, or one that is not ours: half an answer would be a wrong MP. */
export function matchedSeats(wanted: string[], seats: readonly Seat[], key: (seat: Seat) => string): Seat[] | null {
  const keys = new Set(wanted)
  const found = seats.filter((seat) => keys.has(key(seat)))
  return found.length > 0 && found.length === keys.size ? found : null
}
