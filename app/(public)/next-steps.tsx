import { Fragment, type ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import type { StepKind } from '@/lib/content/next-steps'
import type { ShownStep } from '@/lib/letters/next-steps/steps-for'

const buttons: Record<Exclude<StepKind, 'share'>, string> = {
  give: 'Go to the page',
  campaign: 'See the campaign',
  ring: 'See the number and what to say',
  surgery: 'See what to write',
}

/** What somebody who has written can do next, in the order that staff gave; `share` stands where asking a friend is due. */
export function NextSteps({ steps, share }: { steps: readonly ShownStep[]; share: ReactNode }) {
  return steps.map(({ id, kind, title, text, href }) => {
    if (kind === 'share') return <Fragment key={id}>{share}</Fragment>
    return (
      <section key={id} aria-labelledby={`step-${id}`} className="max-w-measure space-y-3">
        <h2 id={`step-${id}`} className="text-h2">
          {title}
        </h2>
        {text && <p>{text}</p>}
        {href && (
          <ButtonLink look="second" href={href} rel="nofollow">
            {buttons[kind]}
          </ButtonLink>
        )}
      </section>
    )
  })
}
