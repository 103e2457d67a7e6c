import { Button } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/typing/text-field'
import type { Masking } from '@/lib/figures/public/masking'
import type { SeatShown } from '@/lib/figures/public/public-seats'
import { seatWords } from '@/lib/figures/public/seat-words'
import { grouped } from '@/lib/kernel/text'
import { PARTS, type RowsAskedFor } from './rows-asked-for'

type Props = { slug: string; masking: Masking; note: string | null; asked: RowsAskedFor }

/** The table behind the map: searched, or part by part. All of it is links and a form that asks, so it needs no scripts. */
export function SeatsTable({ slug, masking, note, asked: { caption, rows, typed, part } }: Props) {
  const address = `/campaigns/${slug}/map`
  return (
    <section id="table" className="min-w-0 space-y-6" aria-label="Table">
      <form method="get" action={`${address}#table`} className="space-y-4">
        <TextField
          name="find"
          type="search"
          label="Find a constituency"
          hint="By its name, its MP or a town near it."
          value={typed}
          maxLength={80}
          enterKeyHint="search"
          autoComplete="off"
        />
        <Button look="second">Find</Button>
      </form>
      {note && <p className="max-w-measure">{note}</p>}
      {rows.length > 0 ? (
        <Table
          caption={caption}
          columns={[{ label: 'Constituency' }, { label: 'Supporters', numeric: true }]}
          plain={rows.map((seat) => ({ id: seat.code, cells: [nameOf(seat), figureOf(seat, masking)] }))}
        />
      ) : (
        typed !== '' && <p className="font-bold">{caption}.</p>
      )}
      <nav aria-label="Parts of the table">
        <p className="font-bold">See as a table</p>
        <ul>
          {PARTS.map(({ value, label }) => (
            <li key={value}>
              <a
                href={`${address}?part=${value}#table`}
                aria-current={value === part ? 'page' : undefined}
                className="link inline-flex min-h-target items-center aria-[current]:font-bold"
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </section>
  )
}

/** The nation in the name's own cell: a column of its own leaves a phone no room for the figures. */
function nameOf({ name, nation }: SeatShown): string {
  return nation === 'England' ? name : `${name} (${nation})`
}

function figureOf(seat: SeatShown, masking: Masking): string {
  if (typeof seat.supporters === 'number') return grouped(seat.supporters)
  return seat.supporters ?? seatWords(seat, masking)
}
