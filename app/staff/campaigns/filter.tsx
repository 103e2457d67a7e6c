import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/typing/text-field'
import type { CampaignFilter, FoundCampaigns } from '@/lib/campaigns/find-listed'
import { campaignStates } from '@/lib/campaigns/life/state'
import { grouped } from '@/lib/kernel/text'
import { listAddress } from './list-address'
import { stateWords } from './state-words'

type Props = { filter: CampaignFilter; byState: FoundCampaigns['byState'] }

/** Finds campaigns by a part of their name, and by their state; what is asked for stands in the address. */
export function Filter({ filter, byState }: Props) {
  const shown = campaignStates.filter((state) => byState[state] > 0 || state === filter.state)
  const all = campaignStates.reduce((sum, state) => sum + (state === 'archived' ? 0 : byState[state]), 0)
  return (
    <div className="space-y-4">
      <form
        id="filter-form"
        method="get"
        action="/staff/campaigns"
        className="flex flex-wrap items-end gap-x-4 gap-y-3"
      >
        {filter.state && <input type="hidden" name="state" value={filter.state} />}
        {filter.sort !== 'saved' && <input type="hidden" name="sort" value={filter.sort} />}
        {filter.way && <input type="hidden" name="way" value={filter.way} />}
        <TextField
          name="find"
          type="search"
          label="Title or address"
          width="half"
          autoComplete="off"
          maxLength={200}
          defaultValue={filter.find}
        />
        <Button look="second">Find</Button>
        {filter.find && (
          <a className="link inline-flex min-h-14 items-center" href={listAddress({ ...filter, find: '', page: 1 })}>
            All names
          </a>
        )}
      </form>
      <nav aria-label="By state">
        <ul className="flex flex-wrap gap-2">
          <Chip filter={filter} state={null} label="All" count={all} />
          {shown.map((state) => (
            <Chip key={state} filter={filter} state={state} label={stateWords[state].name} count={byState[state]} />
          ))}
        </ul>
      </nav>
    </div>
  )
}

type ChipProps = { filter: CampaignFilter; state: CampaignFilter['state']; label: string; count: number }

function Chip({ filter, state, label, count }: ChipProps) {
  return (
    <li>
      <a
        href={listAddress({ ...filter, state, page: 1 })}
        aria-current={state === filter.state ? 'true' : undefined}
        className="link-plain inline-flex min-h-target items-center gap-2 border border-edge px-3 font-semibold hover:bg-desk aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:text-on-accent"
      >
        <span>{label}</span>
        <span className="font-normal tabular-nums">{grouped(count)}</span>
      </a>
    </li>
  )
}
