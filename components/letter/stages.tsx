import { Stepper } from '@/components/ui/stepper'

const stages = {
  postcode: 'Postcode',
  mp: 'Your MP',
  letter: 'Your letter',
  check: 'Check',
  confirm: 'Confirm',
  sent: 'Sent',
} as const

export type Stage = keyof typeof stages

/** How far the supporter has come, on every page of the path. */
export function Stages({ at }: { at: Stage }) {
  return (
    <div className="stages">
      <Stepper label="Your progress" steps={Object.values(stages)} at={Object.keys(stages).indexOf(at)} />
    </div>
  )
}
