import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/choosing/select'
import { Details } from '@/components/ui/details'
import { Icon } from '@/components/ui/icon'
import { TextField } from '@/components/ui/typing/text-field'
import { letterStates } from '@/db/schema/index'
import { filterFields, filterValues, type LetterFilter, ruleChoices } from '@/lib/delivery/queue/filter'
import { listAddress } from '@/lib/delivery/queue/list-address'
import { grouped, longDate } from '@/lib/kernel/text'
import type { HeldCount, StateTally } from '@/lib/letters/count-by-state'
import { letterStateWords } from '@/lib/letters/state-words'
import { heldWords, ruleWords } from '@/lib/letters/why-held'

/** A campaign, as a filter names it. */
export type CampaignChoice = { id: string; name: string }

/** How many letters stand in each state, each a way to see them within what else is asked for. */
export function StateLinks({ byState, filter }: { byState: StateTally[]; filter: LetterFilter }) {
  const all = {
    state: null,
    letters: byState.reduce((sum, { letters }) => sum + letters, 0),
    isLeast: byState.some(({ isLeast }) => isLeast),
  }
  return (
    <nav aria-label="Letters by state">
      <ul className="flex flex-wrap gap-x-6">
        {[all, ...byState.filter(({ letters, state }) => letters > 0 || state === 'held')].map(
          ({ state, letters, isLeast }) => (
            <li key={state ?? 'all'}>
              <a
                className="inline-flex min-h-target items-center gap-2 border-b-[0.2222rem] border-transparent no-underline hover:border-edge aria-[current]:border-accent aria-[current]:font-bold"
                aria-current={filter.state === state ? 'true' : undefined}
                href={listAddress({ ...filter, state, ...(state !== 'held' && { held: null }) })}
              >
                <span>{state ? letterStateWords[state] : 'all'}</span>
                <span className="text-muted tabular-nums">
                  {isLeast ? `over ${grouped(letters)}` : grouped(letters)}
                </span>
              </a>
            </li>
          ),
        )}
      </ul>
    </nav>
  )
}

type Props = { filter: LetterFilter; held: readonly HeldCount[]; campaigns: readonly CampaignChoice[] }

/** Narrows the list; what is chosen stands in the address. What is seldom asked for is folded away until it is. */
export function Filter({ filter, held, campaigns }: Props) {
  const seldom = filter.domain ?? filter.source ?? filter.alike ?? filter.rule
  return (
    <form id="filter-form" method="get" action="/staff/letters" className="space-y-4">
      {(['look', 'network', 'complained', 'notGenuine'] as const).map(
        (name) => filter[name] && <input key={name} type="hidden" name={name} value={filter[name]} />,
      )}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
        <Select
          name="campaign"
          label="Campaign"
          defaultValue={filter.campaign ?? ''}
          options={[
            { value: '', label: 'every campaign' },
            ...campaigns.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Select
          name="state"
          label="State"
          defaultValue={filter.state ?? ''}
          options={[
            { value: '', label: 'every state' },
            ...letterStates.map((value) => ({ value, label: letterStateWords[value] })),
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
      </div>
      <Details look="plain" summary="More to filter by" open={seldom !== null}>
        <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
          <Select
            name="rule"
            label="Held by the rule"
            defaultValue={filter.rule ?? ''}
            options={[
              { value: '', label: 'any or none' },
              ...ruleChoices.map((value) => ({ value, label: ruleWords[value] })),
            ]}
          />
          <TextField
            name="domain"
            label="E-mail domain"
            width="half"
            autoComplete="off"
            defaultValue={filter.domain ?? ''}
          />
          <TextField
            name="source"
            label="Came from"
            width="half"
            autoComplete="off"
            defaultValue={filter.source ?? ''}
          />
          <TextField
            name="alike"
            label="Own words alike, from per cent"
            width="postcode"
            autoComplete="off"
            inputMode="numeric"
            defaultValue={filter.alike ?? ''}
          />
        </div>
      </Details>
    </form>
  )
}

/** What the list is narrowed by, each with the way to take it off. */
export function Narrowed({ filter, campaigns }: Pick<Props, 'filter' | 'campaigns'>) {
  const by = filterFields.filter((name) => filter[name])
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {by.length > 0 && <span className="font-bold">Only:</span>}
      {by.map((name) => (
        <a
          key={name}
          href={listAddress({ ...filter, [name]: null })}
          className="inline-flex min-h-target max-w-full items-center gap-2 border-2 border-edge px-3 no-underline hover:bg-desk"
        >
          <span className="min-w-0 wrap-anywhere">{wordsOf(filter, name, campaigns)}</span>
          <Icon name="cross" className="shrink-0" />
          <span className="sr-only">(take this off)</span>
        </a>
      ))}
      {by.length > 1 && (
        <a className="link" href="/staff/letters">
          Take all off
        </a>
      )}
      {!filter.look && (
        <a className="link" href={listAddress({ ...filter, look: '1' })}>
          Waiting for a person to look
        </a>
      )}
      {!filter.complained && (
        <a className="link" href={listAddress({ ...filter, complained: '1' })}>
          Complained of
        </a>
      )}
      {!filter.notGenuine && (
        <a className="link" href={listAddress({ ...filter, notGenuine: '1' })}>
          Not genuine
        </a>
      )}
    </div>
  )
}

/** What one field of a filter asks for, in words. */
function wordsOf(filter: LetterFilter, name: (typeof filterFields)[number], campaigns: Props['campaigns']): string {
  switch (name) {
    case 'campaign':
      return campaigns.find(({ id }) => id === filter.campaign)?.name ?? 'a campaign that is not there'
    case 'state':
      return filter.state ? letterStateWords[filter.state] : ''
    case 'held':
      return filter.held ? `held: ${heldWords[filter.held]}` : ''
    case 'rule':
      return filter.rule ? `rule: ${ruleWords[filter.rule]}` : ''
    case 'mp':
      return `MP or constituency: ${filter.mp}`
    case 'day':
      return filter.day ? `confirmed on ${longDate(new Date(`${filter.day}T12:00:00Z`))}` : ''
    case 'domain':
      return `e-mail at ${filter.domain}`
    case 'source':
      return `came from ${filter.source}`
    case 'alike':
      return `own words ${filter.alike}% alike or more`
    case 'network':
      return 'from the same network as one letter, of the same day'
    case 'look':
      return 'waiting for a person to look'
    case 'complained':
      return 'complained of'
    case 'notGenuine':
      return 'marked as not genuine'
  }
}

/** A filter as hidden fields of a form. */
export function HiddenFilter({ filter }: { filter: LetterFilter }): ReactNode {
  return Object.entries(filterValues(filter)).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}
