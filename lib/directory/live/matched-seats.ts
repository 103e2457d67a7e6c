import type { Seat } from '@/lib/directory/seat'

/** The seats among ours that a source named; null when it named none, or one that is not ours: half an answer would be a wrong MP. */
export function matchedSeats(wanted: string[], seats: readonly Seat[], key: (seat: Seat) => string): Seat[] | null {
  const keys = new Set(wanted)
  const found = seats.filter((seat) => keys.has(key(seat)))
  return found.length > 0 && found.length === keys.size ? found : null
}
