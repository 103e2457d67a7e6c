import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/choosing/select'
import { Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/typing/text-field'
import { filterFields, type LetterFilter, ruleChoices } from '@/lib/delivery/queue/filter'
import { grouped } from '@/lib/kernel/text'
import type { HeldCount, StateCount } from '@/lib/letters/count-by-state'
import { heldWords, ruleWords } from '@/lib/letters/why-held'

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

/** Narrows the list by MP or seat, by day, and by why letters are held, with how many are for each reason. What is chosen stands in the address. */
export function Filter({ filter, held }: { filter: LetterFilter; held: readonly HeldCount[] }) {
  const narrowed = filterFields.some((name) => filter[name])
  return (
    <form id="filter-form" method="get" action="/staff/letters" className="flex flex-wrap items-end gap-x-6 gap-y-4">
      {filter.state && <input type="hidden" name="state" value={filter.state} />}
      {filter.network && <input type="hidden" name="network" value={filter.network} />}
      {filter.complained && <input type="hidden" name="complained" value="1" />}
      {filter.notGenuine && <input type="hidden" name="notGenuine" value="1" />}
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
      <TextField
        name="domain"
        label="E-mail domain"
        width="half"
        autoComplete="off"
        defaultValue={filter.domain ?? ''}
      />
      <TextField name="source" label="Came from" width="half" autoComplete="off" defaultValue={filter.source ?? ''} />
      <TextField
        name="alike"
        label="Own words alike, from per cent"
        width="postcode"
        autoComplete="off"
        inputMode="numeric"
        defaultValue={filter.alike ?? ''}
      />
      <Select
        name="rule"
        label="Held by the rule"
        defaultValue={filter.rule ?? ''}
        options={[
          { value: '', label: 'any or none' },
          ...ruleChoices.map((value) => ({ value, label: ruleWords[value] })),
        ]}
      />
      <Select
        name="held"
        label="Held now, since"
        defaultValue={filter.held ?? ''}
        options={[
          { value: '', label: 'any reason or none' },
          ...held.map(({ reason, letters }) => ({
            value: reason,
            label: `${heldWords[reason]} (${grouped(letters)})`,
          })),
        ]}
      />
      <Button look="second">Show</Button>
      {filter.network && <p>From the same network as one letter, of the same day.</p>}
      {filter.complained && <p>Only letters that were complained of.</p>}
      {filter.notGenuine && <p>Only letters marked as not genuine. The other lists leave them out.</p>}
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
        {!filter.notGenuine && (
          <a className="link" href="/staff/letters?notGenuine=1">
            Not genuine
          </a>
        )}
      </p>
    </form>
  )
}
