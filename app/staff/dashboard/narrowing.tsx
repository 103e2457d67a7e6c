import { type Narrower, NO_SOURCE, narrowers, narrowingOf } from '@/app/staff/_figures/narrowed'
import type { Seat } from '@/lib/directory/seat'
import { ownList } from '@/lib/figures/dashboard/own-list'
import type { Context } from '@/lib/kernel/context'
import { counted } from '@/lib/kernel/text'
import { type Asked, addressOf } from './view'

const words = {
  nation: 'Nation',
  region: 'Region',
  party: 'Party of the MP',
  list: 'Own list',
  source: 'Source',
} as const

/** What the figures are narrowed by, each with the way back. */
export async function NarrowedBy({ ctx, asked }: { ctx: Context; asked: Asked }) {
  const chosen = narrowingOf(asked.query)
  if (Object.keys(chosen).length === 0) return null
  const listed = await ownList(ctx, chosen.list)
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <span>Only:</span>
      {narrowers.map((name) => {
        const value = chosen[name]
        return value ? (
          <a
            key={name}
            href={addressOf(asked, { [name]: '' })}
            className="inline-flex min-h-target items-center gap-2 border-2 border-edge bg-accent-wash px-3 font-semibold no-underline hover:underline"
          >
            <span>{`${words[name]}: ${shown(name, value, listed)}`}</span>
            <span aria-hidden="true">×</span>
            <span className="sr-only">, remove this filter</span>
          </a>
        ) : null
      })}
    </p>
  )
}

function shown(name: Narrower, value: string, listed: readonly Seat[] | null): string {
  if (name === 'list') return counted(listed?.length ?? 0, 'constituency', 'constituencies')
  return value === NO_SOURCE && name === 'source' ? 'none given' : value
}
