import { NO_SOURCE, narrowers, narrowingOf } from '@/app/staff/_figures/narrowed'
import { type Asked, addressOf } from './view'

const words = { nation: 'Nation', region: 'Region', party: 'Party of the MP', source: 'Source' } as const

/** What the figures are narrowed by, each with the way back. */
export function NarrowedBy({ asked }: { asked: Asked }) {
  const chosen = narrowingOf(asked.query)
  if (Object.keys(chosen).length === 0) return null
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
            <span>{`${words[name]}: ${value === NO_SOURCE && name === 'source' ? 'none given' : value}`}</span>
            <span aria-hidden="true">×</span>
            <span className="sr-only">, remove this filter</span>
          </a>
        ) : null
      })}
    </p>
  )
}
