import type { ReactNode } from 'react'
import { grouped } from '@/lib/kernel/text'

export type Bar = {
  key: string
  name: ReactNode
  count: number
  /** Where it leads; by an address of its own, or to the same figures of it alone. */
  href?: string
  /** What else is known of it, after its number. */
  note?: ReactNode
}

type Props = { caption: string; bars: readonly Bar[]; empty: string; children?: ReactNode }

/** Counts side by side as bars from one line, with their names and numbers in reach: the list is its own table. */
export function Bars({ caption, bars, empty, children }: Props) {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <section className="space-y-2">
      <h3 className="text-base font-bold">{caption}</h3>
      {bars.length === 0 ? (
        <p className="text-muted">{empty}</p>
      ) : (
        <ul className="space-y-1.5">
          {bars.map(({ key, name, count, href, note }) => (
            <li key={key}>
              <p className="flex flex-wrap items-baseline justify-between gap-x-3">
                <span className="min-w-0 wrap-anywhere">
                  {href ? (
                    <a className="link-plain" href={href}>
                      {name}
                    </a>
                  ) : (
                    name
                  )}
                </span>
                <span className="ml-auto text-right tabular-nums">
                  <strong>{grouped(count)}</strong>
                  {note && <span className="text-muted"> {note}</span>}
                </span>
              </p>
              <Length share={count / most} />
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  )
}

/** A bar of so much of the whole width. */
export function Length({ share, look = 'chart-bar', thin = true }: { share: number; look?: string; thin?: boolean }) {
  return (
    <svg
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      width="100%"
      height={thin ? 6 : 18}
      aria-hidden="true"
      focusable="false"
      className="block"
    >
      <rect
        width={(Math.min(1, Math.max(share > 0 ? 0.004 : 0, share)) * 100).toFixed(2)}
        height="10"
        className={look}
      />
    </svg>
  )
}
