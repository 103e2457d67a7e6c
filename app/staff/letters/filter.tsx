import { Button } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/text-field'
import { grouped } from '@/lib/kernel/text'
import type { StateCount } from '@/lib/letters/by-state'
import type { LetterFilter } from '@/lib/letters/staff/filter'

/** How many letters stand in each state, each a way to see them. */
export function StateLinks({ byState, now }: { byState: StateCount[]; now: string | null }) {
  return (
    <Table
      caption="Letters of all campaigns by state"
      captionHidden
      columns={[{ label: 'State' }, { label: 'Letters', numeric: true }]}
      rows={byState.map(({ state, letters }) => ({
        key: state,
        cells: [
          <a
            key={state}
            className="link-plain"
            aria-current={state === now ? 'true' : undefined}
            href={`/staff/letters?state=${state}`}
          >
            {state}
          </a>,
          grouped(letters),
        ],
      }))}
    />
  )
}

/** Narrows the list by MP or seat, and by day. What is chosen stands in the address. */
export function Filter({ filter }: { filter: LetterFilter }) {
  const narrowed = filter.state || filter.mp || filter.day || filter.complained
  return (
    <form id="filter-form" method="get" action="/staff/letters" className="flex flex-wrap items-end gap-x-6 gap-y-4">
      {filter.state && <input type="hidden" name="state" value={filter.state} />}
      <TextField
        name="mp"
        label="MP or constituency"
        width="half"
        autoComplete="off"
        type="search"
        defaultValue={filter.mp ?? ''}
      />
      <TextField
        name="day"
        label="Confirmed on"
        width="postcode"
        autoComplete="off"
        type="date"
        defaultValue={filter.day ?? ''}
      />
      <Button look="second">Show</Button>
      <p className="flex flex-wrap gap-x-6">
        {narrowed && (
          <a className="link" href="/staff/letters">
            Show all letters
          </a>
        )}
        {!filter.complained && (
          <a className="link" href="/staff/letters?complained=1">
            Complained of
          </a>
        )}
      </p>
    </form>
  )
}
