import type { FieldFault } from '@/app/_server/forms/fields'
import { Choices } from '@/components/ui/choosing/choices'
import { TextField } from '@/components/ui/typing/text-field'
import type { LetterAction } from '@/lib/delivery/queue/what-staff-can-do'
import { actionWords } from './words'

type Props = { actions: readonly LetterAction[]; values: { action?: string; reason?: string }; faults: FieldFault[] }

/** What to do, and why. */
export function ActFields({ actions, values, faults }: Props) {
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.message
  return (
    <>
      <Choices
        name="action"
        kind="radio"
        legend="What is to be done?"
        choices={actions.map((value) => ({ value, ...actionWords[value] }))}
        chosen={values.action ? [values.action] : []}
        error={errorOf('action')}
      />
      <TextField
        name="reason"
        label="Why?"
        hint="It stands in the letter’s history, as long as its text is kept. Name nobody. Where a letter fails, its writer reads it."
        autoComplete="off"
        maxLength={300}
        defaultValue={values.reason ?? ''}
        error={errorOf('reason')}
      />
    </>
  )
}
