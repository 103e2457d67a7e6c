import type { ReactNode } from 'react'
import { Unbroken } from './unbroken'

/** A part of a page under a heavy rule, as on a public notice. `id` names it for links and for screen readers. */
export function Section({ id, heading, children }: { id: string; heading: ReactNode; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="scotch">
      <h2 id={`${id}-heading`} className="pt-3 text-h2 sm:pt-4">
        <Unbroken>{heading}</Unbroken>
      </h2>
      <div className="mt-3 sm:mt-5">{children}</div>
    </section>
  )
}
