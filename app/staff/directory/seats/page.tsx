import { BackToDirectory } from '@/app/staff/directory/back-to-directory'
import { SeatSearch } from '@/app/staff/directory/seat-search'
import { staffPage } from '@/app/staff/staff-page'
import { findSeatsForStaff, type SeatsAsked, type SeatsFound, seatLists } from '@/lib/directory/every-seat/find-seats'
import { counted, grouped } from '@/lib/kernel/text'
import { askedSeats, seatsHref } from './asked'
import { listWords } from './list-words'
import { SeatTable } from './seat-table'

export const metadata = { title: 'Seats and MPs' }

const SHOWN = 50

export default staffPage(
  { verb: 'directory.see', at: '/staff/directory', title: 'Seats and MPs' },
  async ({ ctx }, query) => {
    const asked = askedSeats(query)
    const found = await findSeatsForStaff(ctx, asked, SHOWN)
    return (
      <>
        <SeatSearch find={asked.find} kept={keptOf(asked)} />
        <Lists asked={asked} counts={found.counts} />
        {found.total === 0 ? (
          <Nothing asked={asked} />
        ) : (
          <div className="space-y-2">
            <p role="status" className="text-muted">
              {rangeWords(found)}
            </p>
            <SeatTable seats={found.seats} asked={asked} />
            <Pages asked={asked} found={found} />
          </div>
        )}
        <BackToDirectory />
      </>
    )
  },
)

/** What the search keeps of the address: which list, and in which order. */
function keptOf({ show, order, down }: SeatsAsked): Record<string, string> {
  return {
    ...(show === 'all' ? {} : { show }),
    ...(order === 'seat' ? {} : { sort: order }),
    ...(down ? { down: '1' } : {}),
  }
}

function Lists({ asked, counts }: { asked: SeatsAsked; counts: SeatsFound['counts'] }) {
  return (
    <nav aria-label="Lists of seats" className="flex flex-wrap gap-x-6 border-b-2 border-edge">
      {seatLists.map((list) => (
        <a
          key={list}
          href={seatsHref(asked, { show: list })}
          aria-current={list === asked.show ? 'page' : undefined}
          className={`inline-flex min-h-target items-center gap-1.5 font-semibold ${list === asked.show ? 'border-b-4 border-amber' : 'link-plain'}`}
        >
          <span>{listWords[list].name}</span>
          <span className="font-normal text-muted tabular-nums">{grouped(counts[list])}</span>
        </a>
      ))}
    </nav>
  )
}

function Nothing({ asked }: { asked: SeatsAsked }) {
  const { find, show } = asked
  if (!find) return <p role="status">{listWords[show].none}</p>
  return (
    <p role="status" className="max-w-measure">
      <span>{`Nothing fits “${find}”${show === 'all' ? '' : ' in this list'}. `}</span>
      <a className="link" href={seatsHref({ ...asked, find: '' }, { show: 'all' })}>
        Show all seats
      </a>
    </p>
  )
}

function Pages({ asked, found: { page, pages } }: { asked: SeatsAsked; found: SeatsFound }) {
  if (pages === 1) return null
  const way = (label: string, to: number, rel: string) =>
    to >= 1 &&
    to <= pages && (
      <a
        className="link inline-flex min-h-target items-center font-semibold"
        rel={rel}
        href={seatsHref(asked, { page: to })}
      >
        {label}
      </a>
    )
  return (
    <nav aria-label="Pages of seats" className="flex flex-wrap items-center gap-x-8 gap-y-2">
      {way('Previous', page - 1, 'prev')}
      <span className="text-muted">{`Page ${page} of ${pages}`}</span>
      {way('Next', page + 1, 'next')}
    </nav>
  )
}

function rangeWords({ total, page, seats }: SeatsFound): string {
  if (seats.length === total) return counted(total, 'seat')
  const from = (page - 1) * SHOWN + 1
  return `${grouped(from)} to ${grouped(from + seats.length - 1)} of ${counted(total, 'seat')}`
}
