import { grouped } from '@/lib/kernel/text'

type Props = {
  title: string
  /** In order; `label` stands under the first and the last. */
  points: readonly { label: string; first: number; second: number }[]
  names: { first: string; second: string }
}

const WIDTH = 800
const HEIGHT = 200
const TOP = 8

/** Two lines over time, with the highest value named. The table beside it says the same in numbers. */
export function LineChart({ title, points, names }: Props) {
  const most = Math.max(1, ...points.flatMap(({ first, second }) => [first, second]))
  const x = (at: number) => (points.length > 1 ? (at / (points.length - 1)) * WIDTH : WIDTH / 2)
  const y = (value: number) => TOP + (1 - value / most) * (HEIGHT - TOP)
  const line = (which: 'first' | 'second') =>
    points.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(point[which]).toFixed(1)}`).join('')
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 4}`}
        role="img"
        aria-label={title}
        className="block h-auto w-full overflow-visible"
      >
        <path d={`M0 ${HEIGHT}H${WIDTH}M0 ${TOP}H${WIDTH}`} className="stroke-hair" strokeWidth="1" />
        <path d={line('first')} fill="none" className="stroke-accent" strokeWidth="3" strokeLinejoin="round" />
        <path
          d={line('second')}
          fill="none"
          className="stroke-ink"
          strokeWidth="2"
          strokeDasharray="6 4"
          strokeLinejoin="round"
        />
      </svg>
      <figcaption className="flex flex-wrap justify-between gap-x-6 text-muted">
        <span>{points[0]?.label}</span>
        <span>
          <Key className="stroke-accent" /> {names.first} <Key className="ml-3 stroke-ink" dashed /> {names.second}
        </span>
        <span>highest {grouped(most)}</span>
        <span>{points.at(-1)?.label}</span>
      </figcaption>
    </figure>
  )
}

function Key({ className, dashed = false }: { className: string; dashed?: boolean }) {
  return (
    <svg
      viewBox="0 0 28 8"
      width="28"
      height="8"
      aria-hidden="true"
      focusable="false"
      className={`inline ${className}`}
    >
      <path d="M0 4h28" strokeWidth="3" strokeDasharray={dashed ? '6 4' : undefined} />
    </svg>
  )
}
