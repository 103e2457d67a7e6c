import type { FoundSeat, NamedSeat } from '@/lib/directory/search/by-name'

/** What stands with the name of a constituency that was found: the town that it lies near, and its MP. */
export function besideName({ seat, near }: FoundSeat<NamedSeat>): string {
  const mp = seat.mp ? `${seat.mp.name} MP` : `${seat.nation}, no MP just now`
  return near ? `Near ${near} · ${mp}` : mp
}
