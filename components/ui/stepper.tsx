import { Icon } from './icon'

type Props = {
  label: string
  steps: readonly string[]
  /** Counts from 0. */
  at: number
  /** Who stands at the last step is not done. */
  open?: boolean | undefined
}

/** Where one stands in a row of steps. All are named where each has its line, in wide letters too; else the present one alone. */
export function Stepper({ steps, at, label, open = false }: Props) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ol className="flex gap-1 md:gap-1.5">
        {steps.map((step, i) => (
          <li
            key={step}
            aria-current={i === at ? 'step' : undefined}
            className="min-w-0 flex-1 md:min-w-auto md:flex-auto"
          >
            <Bar state={stateOf(i, at, open ? null : steps.length - 1)} />
            <Words step={step} i={i} at={at} of={steps.length} />
          </li>
        ))}
      </ol>
      {/* In the flow, so that large text takes the lines that it needs; the list above says the same. */}
      <p aria-hidden="true" className="mt-1.5 text-note font-bold md:hidden">
        Step {at + 1} of {steps.length}: {steps[at]}
      </p>
    </nav>
  )
}

type State = 'done' | 'now' | 'next'

/** Who stands at the `end` is done: there is nothing to do in it. */
function stateOf(i: number, at: number, end: number | null): State {
  if (i < at || (i === at && i === end)) return 'done'
  return i === at ? 'now' : 'next'
}

function Bar({ state }: { state: State }) {
  const look = {
    done: 'bg-accent text-on-accent forced-colors:bg-[CanvasText] forced-colors:text-[Canvas]',
    now: 'border-2 border-edge bg-amber forced-colors:bg-[Highlight]',
    next: 'bg-hair forced-colors:border',
  }[state]
  return (
    <div className={`flex h-2.5 items-center justify-center ${look}`}>
      {state === 'done' && <Icon name="tick" className="size-[0.5em]!" />}
    </div>
  )
}

function Words({ step, i, at, of }: { step: string; i: number; at: number; of: number }) {
  if (i === at) {
    return (
      <span className="sr-only md:not-sr-only md:mt-1.5 md:block md:text-note md:font-bold">
        <span className="sr-only">
          Step {i + 1} of {of}:{' '}
        </span>
        {step}
      </span>
    )
  }
  return (
    <span className="sr-only md:not-sr-only md:mt-1.5 md:block md:text-note md:text-muted">
      <span>{step}</span>
      {i < at && <span className="sr-only"> (done)</span>}
    </span>
  )
}
