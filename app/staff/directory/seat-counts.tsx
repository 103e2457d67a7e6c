import { Button } from '@/components/ui/button'
import { CHANGED_DAYS, type SeatList, seatListCounts } from '@/lib/directory/every-seat/find-seats'
import type { Context } from '@/lib/kernel/context'
import { grouped } from '@/lib/kernel/text'

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
              className="link-plain inline-flex min-h-target items-baseline gap-2 max-sm:w-full sm:flex-col sm:gap-0"
              href={list === 'all' ? '/staff/directory/seats' : `/staff/directory/seats?show=${list}`}
            >
              <span
                className={`text-h2 tabular-nums max-sm:min-w-[3.5ch] ${wants && counts[list] > 0 ? 'underline decoration-amber decoration-4 underline-offset-4' : ''}`}
              >
                {grouped(counts[list])}
              </span>
              <span>{label}</span>
            </a>
          </li>
        ))}
      </ul>
      <form
        id="find-form"
        method="get"
        action="/staff/directory/seats"
        className="flex flex-wrap items-end gap-x-3 gap-y-2"
      >
        <label className="min-w-0 flex-1 font-bold sm:max-w-[30rem]">
          Seat, MP, party or address
          <input
            name="find"
            type="search"
            maxLength={100}
            autoComplete="off"
            className="control mt-1 min-h-12 w-full font-normal sm:min-h-14"
          />
        </label>
        <Button look="second">Find</Button>
      </form>
    </section>
  )
}
