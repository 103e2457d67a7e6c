import { z } from 'zod'
import { idOf, line, listOf, part } from './content-text'
import { distinctIds } from './distinct'
import { nations } from './mp-groups'

/** What somebody who has written can do next; what each leads to follows from its kind. */
export const STEP_KINDS = [
  { value: 'share', label: 'Ask a friend to write' },
  { value: 'give', label: 'A link, such as to give money' },
  { value: 'campaign', label: 'Another campaign here: one for their nation that they have not written for' },
  { value: 'ring', label: 'Ring the MP’s office, with what to say' },
  { value: 'surgery', label: 'Ask for an appointment at the MP’s surgery' },
] as const
export type StepKind = (typeof STEP_KINDS)[number]['value']

/** How a letter stands, as far as it decides what fits next. */
export const STEP_STATES = [
  { value: 'waits', label: 'It has not been sent yet' },
  { value: 'sent', label: 'It was sent, and nobody has said whether an answer came' },
  { value: 'unanswered', label: 'No answer came, or only an acknowledgement' },
  { value: 'answered', label: 'An answer came' },
  { value: 'not-sent', label: 'It could not be delivered' },
] as const
export type StepState = (typeof STEP_STATES)[number]['value']

const valuesOf = <Value extends string>(choices: readonly { value: Value }[]) =>
  choices.map(({ value }) => value) as [Value, ...Value[]]

const step = part('Next step', {
  id: idOf('Next step'),
  kind: z.enum(valuesOf(STEP_KINDS), { error: 'Kind of a next step: choose one.' }),
  /** In place of the usual words of its kind. */
  title: line('Title of a next step', 90).optional(),
  text: line('Text of a next step', 400).optional(),
  link: line('Link of a next step', 400)
    .regex(/^https:\/\/[^\s/]+\.[^\s/]+/, { error: 'Link of a next step: a whole address that begins with https://.' })
    .optional(),
  phone: line('Telephone of a next step', 30)
    .regex(/^[\d ()+-]+$/, { error: 'Telephone of a next step: digits, spaces, brackets, + and - only.' })
    .optional(),
  /** What can be said, or written, where it is to ring the office or to ask for an appointment. */
  script: line('What to say', 1200).optional(),
  /** Each that is not empty has to hold. */
  states: listOf('States of a next step', z.enum(valuesOf(STEP_STATES)), { least: 0, most: STEP_STATES.length }),
  parties: listOf('Parties of a next step', line('Party of a next step', 60), { least: 0, most: 50 }),
  nations: nations('Nations of a next step'),
}).superRefine(({ kind, title, link }, ctx) => {
  if (kind !== 'give') return
  if (!link) ctx.addIssue({ code: 'custom', path: ['link'], message: 'Link of a next step: say where it leads.' })
  if (!title) ctx.addIssue({ code: 'custom', path: ['title'], message: 'Title of a next step: say what its link is.' })
})
export type NextStep = z.infer<typeof step>

/** What is shown after the letter, in this order; none: {@link usualSteps}. */
export const nextSteps = listOf('Next steps', step, { least: 0, most: 8 })
  .superRefine(distinctIds('Next steps'))
  .default([])

const everywhere = { states: [], parties: [], nations: [] }

/** Where staff have set none: to ask a friend. */
export const usualSteps: NextStep[] = [{ id: 'share', kind: 'share', ...everywhere }]

/** A campaign's steps in their order. */
export function stepsOf(content: { nextSteps: NextStep[] }): NextStep[] {
  return content.nextSteps.length > 0 ? content.nextSteps : usualSteps
}
