import { When } from '@/components/staff/when'
import type { SeatChangeSource } from '@/lib/directory/seat-history/note-changes'
import { longDate } from '@/lib/kernel/text'

/** When something about a seat changed: of the program's own list, the day that it is of. */
export function ChangedAt({ at, source }: { at: Date; source: SeatChangeSource | null }) {
  if (source !== 'snapshot') return <When at={at} />
  return <time dateTime={at.toISOString()}>{longDate(at)}</time>
}
