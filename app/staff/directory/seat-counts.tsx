import { CHANGED_DAYS, type SeatList, seatListCounts } from '@/lib/directory/every-seat/find-seats'
import type { Context } from '@/lib/kernel/context'
import { grouped } from '@/lib/kernel/text'
import { SeatSearch } from './seat-search'

const shown: readonly { list: SeatList; label: string; wants?: true }[] = [
  { list: 'all', label: 'seats' },
  { list: 'vacant', label: 'vacant', wants: true },
  { list: 'no-address', label: 'MPs without an address', wants: true },
  { list: 'by-hand', label: 'addresses set by hand' },
  { list: 'changed', label: `changed in ${CHANGED_DAYS} days` },
]

/** How many seats each list has, each a way to it, and the search in all of them. */
export async function SeatCounts({ ctx }: { ctx: Context }) {
  const counts = await seatListCounts(ctx)
  return (
    <section aria-label="Seats" className="space-y-5">
      <ul className="flex flex-wrap gap-x-8 gap-y-1">
        {shown.map(({ list, label, wants }) => (
          <li key={list} className="max-sm:w-full">
            <a
              className="group inline-flex min-h-target items-baseline gap-2 text-ink no-underline max-sm:w-full sm:flex-col sm:gap-1.5"
              href={list === 'all' ? '/staff/directory/seats' : `/staff/directory/seats?show=${list}`}
            >
              <span className={`text-h2 tabular-nums max-sm:min-w-[3.5ch] ${counts[list] === 0 ? 'text-muted' : ''}`}>
                <span className={wants && counts[list] > 0 ? 'border-b-4 border-amber' : ''}>
                  {grouped(counts[list])}
                </span>
              </span>
              <span className="underline underline-offset-3 group-hover:decoration-2">{label}</span>
            </a>
          </li>
        ))}
      </ul>
      <SeatSearch />
    </section>
  )
}
