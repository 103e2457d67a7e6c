import type { ReactNode } from 'react'

type Props = {
  value: number
  goal: number
  /** What the bar says, such as "1,204 of 2,500 letters": always shown beside it. */
  children: ReactNode
}

/** How far something has come. The words carry the meaning; the bar repeats them to the eye. */
export function Progress({ value, goal, children }: Props) {
  const share = goal > 0 ? Math.min(1, Math.max(0, value / goal)) : 0
  // A first signature must be seen, so anything above nothing has a visible width.
  const width = value > 0 ? Math.max(share * 100, 1.5) : 0
  return (
    <div>
      <p>{children}</p>
      <svg
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        width="100%"
        height="16"
        aria-hidden="true"
        focusable="false"
        className="mt-1 block border-2 border-edge bg-ground"
      >
        <rect width={width.toFixed(2)} height="10" className="fill-amber" />
      </svg>
    </div>
  )
}
