import type { ReactNode } from 'react'
import { Unbroken } from './unbroken'

export type SummaryRow = { term: string; value: ReactNode; change?: { href: string; what: string } | undefined }

/** What was answered, a line each, with a way back to change it. `what` completes "Change …" for screen readers. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="max-w-measure border-t-2 border-edge">
      {rows.map(({ term, value, change }) => (
        <div key={term} className="flex flex-wrap gap-x-4 border-b border-hair py-3 sm:flex-nowrap">
          <dt className="w-full font-bold sm:w-40 sm:shrink-0">{term}</dt>
          <dd className="min-w-0 flex-1">
            <Unbroken>{value}</Unbroken>
          </dd>
          {change && (
            <dd className="shrink-0">
              <a href={change.href} className="link font-semibold">
                Change<span className="sr-only"> {change.what}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
