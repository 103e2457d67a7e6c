import { sourceTags } from '@/app/staff/directory/source-words'
import { Mark } from '@/components/staff/mark'
import { type Column, Table } from '@/components/ui/table'
import type { SeatOrder, SeatsAsked } from '@/lib/directory/every-seat/find-seats'
import type { ListedMp, ListedSeat } from '@/lib/directory/every-seat/listed-seats'
import { partyWords } from '@/lib/directory/party-words'

import { seatsHref } from './asked'

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'Europe/London',
})

type Props = { seats: readonly ListedSeat[]; asked: SeatsAsked }

/** Seats, a line each; a phone shows what belongs to one below its name. */
export function SeatTable({ seats, asked }: Props) {
  const sorted = (label: string, order: SeatOrder): Column => {
    const isNow = asked.order === order
    return {
      label,
      sort: {
        href: seatsHref(asked, { order, down: isNow ? !asked.down : order === 'since' }),
        now: isNow ? (asked.down ? 'descending' : 'ascending') : null,
      },
    }
  }
  const columns: Column[] = [
    sorted('Seat', 'seat'),
    { ...sorted('MP', 'mp'), wide: true },
    { ...sorted('Party', 'party'), wide: true },
    { label: 'E-mail address', wide: true },
    { ...sorted('Since', 'since'), wide: true },
    { label: 'From', wide: true },
  ]
  return (
    <Table
      caption="Seats and their MPs"
      captionHidden
      columns={columns}
      rows={seats.map((seat) => ({ key: seat.code, cells: cellsOf(seat) }))}
    />
  )
}

function cellsOf({ code, name, mp }: ListedSeat) {
  const link = (
    <a className="link font-semibold" href={`/staff/directory/seats/${code}`}>
      {name}
    </a>
  )
  if (!mp) {
    return [
      <span key="seat">
        {link}
        <span className="mt-1 block sm:hidden">
          <Mark look="amber">Vacant</Mark>
        </span>
      </span>,
      <Mark key="mp" look="amber">
        Vacant
      </Mark>,
      '',
      '',
      '',
      '',
    ]
  }
  return [
    <span key="seat">
      {link}
      <span className="mt-0.5 block sm:hidden">
        {mp.name}, {partyWords(mp.party)}
      </span>
      <span className="block text-muted sm:hidden">
        <Address mp={mp} />
      </span>
    </span>,
    <span key="mp" className="lg:whitespace-nowrap">
      {mp.name}
    </span>,
    <span key="party" className="block min-w-28">
      {partyWords(mp.party)}
    </span>,
    <Address key="address" mp={mp} />,
    <time key="since" dateTime={mp.since.toISOString()} className="whitespace-nowrap">
      {day.format(mp.since)}
    </time>,
    <span key="from" className="text-muted">
      {mp.from?.source ? sourceTags[mp.from.source] : '–'}
    </span>,
  ]
}

function Address({ mp: { email, setByHand } }: { mp: ListedMp }) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      {email ? <EmailText>{email}</EmailText> : <Mark look="amber">No address</Mark>}
      {setByHand && <Mark look="quiet">By hand</Mark>}
    </span>
  )
}

/** An address that breaks before its @, if it has to. */
function EmailText({ children }: { children: string }) {
  const at = children.lastIndexOf('@')
  return (
    <span className="wrap-break-word lg:whitespace-nowrap lg:[&>wbr]:hidden">
      <span>{children.slice(0, at)}</span>
      <wbr />
      <span>{children.slice(at)}</span>
    </span>
  )
}
