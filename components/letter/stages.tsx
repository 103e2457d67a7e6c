import { Stepper } from '@/components/ui/stepper'

const stages = {
  postcode: 'Postcode',
  mp: 'Your MP',
  words: 'Your words',
  letter: 'Your letter',
  you: 'About you',
  check: 'Check',
  confirm: 'Confirm',
  sent: 'Sent',
} as const

export type Stage = keyof typeof stages

export type LastStage = {
  /** What the last stage is called for this letter: not each is sent. */
  label: string
  /** Who stands there is not done: the letter waits, or something is left to do. */
  open?: boolean
}

type Props = { at: Stage; last?: LastStage }

/** How far the supporter has come, on every page of the path. */
export function Stages({ at, last = { label: stages.sent } }: Props) {
  return (
    <div className="stages">
      <Stepper
        label="Your progress"
        steps={Object.values({ ...stages, sent: last.label })}
        at={Object.keys(stages).indexOf(at)}
        open={last.open}
      />
    </div>
  )
}
