import { grouped } from '@/lib/kernel/text'

/** A count of null is not known; `share` is in words, of the step before. */
type FunnelStep = { label: string; count: number | null; before: number | null; share: string }

const WIDTH = 1000
const BAR = 18
const NECK = 14

/** From seeing the page to an answer, drawn as one shape that narrows, with how many went on and where most are lost. */
export function Funnel({ steps }: { steps: readonly FunnelStep[] }) {
  const most = Math.max(1, ...steps.map(({ count }) => count ?? 0))
  const lost = mostLost(steps)
  const across = (count: number | null) => ((count ?? 0) / most) * WIDTH
  return (
    <section className="chart space-y-2">
      <h3 className="text-base font-bold">From the first look to an answer</h3>
      {lost && (
        <p className="text-muted">
          {`Most are lost between “${lost.from}” and “${lost.to}”: ${grouped(lost.many)} did not go on.`}
        </p>
      )}
      <ol>
        {steps.map(({ label, count, before, share }, at) => {
          const next = steps[at + 1]
          return (
            <li key={label}>
              <p className="flex flex-wrap items-baseline justify-between gap-x-3">
                <span className="min-w-0">
                  <span>{label}</span>
                  {share && <span className="text-muted">{` ${share} of the step before`}</span>}
                </span>
                <span className="ml-auto text-right tabular-nums">
                  <strong>{count === null ? 'not known' : grouped(count)}</strong>
                  <span className="text-muted">{before === null ? '' : ` before: ${grouped(before)}`}</span>
                </span>
              </p>
              <svg
                viewBox={`0 0 ${WIDTH} ${next ? BAR + NECK : BAR}`}
                preserveAspectRatio="none"
                width="100%"
                height={next ? BAR + NECK : BAR}
                aria-hidden="true"
                focusable="false"
                className="block"
              >
                <rect width={across(count).toFixed(1)} height={BAR} className="chart-bar" />
                {next?.share && (
                  <path
                    d={`M0 ${BAR}H${across(count).toFixed(1)}L${across(next.count).toFixed(1)} ${BAR + NECK}H0z`}
                    className="chart-narrows"
                  />
                )}
              </svg>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** Between which two steps that follow each other most did not go on. */
function mostLost(steps: readonly FunnelStep[]): { from: string; to: string; many: number } | null {
  let worst: ReturnType<typeof mostLost> = null
  for (const [at, { label, count, share }] of steps.entries()) {
    const before = steps[at - 1]
    const many = share ? (before?.count ?? 0) - (count ?? 0) : 0
    if (before && many > (worst?.many ?? 0)) worst = { from: before.label, to: label, many }
  }
  return worst
}
