import type { ReactNode } from 'react'

/** A part of a staff page, as a section of a public one but denser. `id` names it for links and for screen readers. */
export function Part({ id, heading, children }: { id: string; heading: ReactNode; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="min-w-0 border-t-[0.2222rem] border-edge pt-2.5">
      <h2 id={`${id}-heading`} className="text-h3">
        {heading}
      </h2>
      <div className="mt-4">{children}</div>
    </section>
  )
}
