import type { ReactNode } from 'react'
import { Unbroken } from './unbroken'

/** The one heading of a page, with what it is part of above it and what to do below it. */
export function PageTitle({ part, lead, children }: { part?: ReactNode; lead?: ReactNode; children: ReactNode }) {
  return (
    <header className="max-w-measure">
      {part && <p className="mb-1 font-semibold text-muted">{part}</p>}
      <h1 className="text-h1">
        <Unbroken>{children}</Unbroken>
      </h1>
      {lead && (
        <p className="mt-3 text-lead text-balance">
          <Unbroken>{lead}</Unbroken>
        </p>
      )}
    </header>
  )
}
