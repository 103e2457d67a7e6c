import type { ReactNode } from 'react'

/** What somebody has of a kind, one under another: fits a phone, where a table of as much would reach beyond it. */
export function OwnList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="max-w-measure border-t border-hair">
      {children}
    </ul>
  )
}

/** One of them: its name, what there is to say of it, and what can be done with it. */
export function OwnItem({ name, act, children }: { name: string; act: ReactNode; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b sm:flex-nowrap border-hair py-2.5">
      <div className="min-w-0">
        <p className="font-bold wrap-anywhere">
          <bdi>{name}</bdi>
        </p>
        <p className="text-muted">{children}</p>
      </div>
      <div className="shrink-0">{act}</div>
    </li>
  )
}
