import type { ReactNode } from 'react'
import { FieldError, type FieldWords, tied } from '@/components/ui/field'
import { Tickable } from './tickable'

export type Choice = { value: string; label: ReactNode; hint?: ReactNode }

type Props = Omit<FieldWords, 'label'> & {
  name: string
  legend: ReactNode
  kind: 'radio' | 'checkbox'
  choices: Choice[]
  /** The values that are chosen already. */
  chosen?: readonly string[]
  /** Of many answers some are seen at once, and the others by scrolling. */
  scrolls?: boolean
}

/** A question with a list of answers, one (`radio`) or several (`checkbox`). The first answer's id is the name. */
export function Choices({ name, legend, hint, error, optional, kind, choices, chosen = [], scrolls }: Props) {
  const { 'aria-describedby': describedBy, 'aria-invalid': invalid } = tied(name, hint, error)
  return (
    <fieldset
      className={`wrap-anywhere${error ? ' border-l-[0.3333rem] border-fault pl-4' : ''}`}
      aria-describedby={describedBy}
    >
      <legend className="float-left w-full text-h3">
        {legend}
        {optional && <span className="font-normal tracking-normal text-muted"> (optional)</span>}
      </legend>
      <div className="clear-both" />
      {hint && (
        <div id={`${name}-hint`} className="mt-1 max-w-measure text-muted">
          {hint}
        </div>
      )}
      {error && <FieldError id={name} message={error} />}
      <div
        className={`mt-3 max-w-measure border-t border-hair ${scrolls ? 'max-h-96 overflow-y-auto border-x border-b px-4' : ''}`}
      >
        {choices.map((choice, i) => (
          <Tickable
            key={choice.value}
            {...choice}
            id={i === 0 ? name : idOf(name, choice.value, i)}
            hintId={`${idOf(name, choice.value, i)}-hint`}
            name={name}
            kind={kind}
            checked={chosen.includes(choice.value)}
            invalid={invalid}
            describedBy={error && `${name}-error`}
            listed
          />
        ))}
      </div>
    </fieldset>
  )
}

/** An id has no spaces; a value may. */
function idOf(name: string, value: string, at: number): string {
  return `${name}-${/^[\w-]+$/.test(value) ? value : at}`
}
