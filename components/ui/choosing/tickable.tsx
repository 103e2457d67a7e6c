import type { ReactNode } from 'react'

type Props = {
  id: string
  name: string
  kind: 'radio' | 'checkbox'
  value: string
  label: ReactNode
  hint?: ReactNode
  /** Of the hint, where it is not named for the box: the first of a list has the list's own name. */
  hintId?: string
  checked: boolean
  invalid?: true | undefined
  describedBy?: string | undefined
  /** One of a list of answers, rather than a box that stands alone with a sentence. */
  listed?: boolean
}

/** One box or radio with its words; the whole row answers to a tap. */
export function Tickable({
  id,
  name,
  kind,
  value,
  label,
  hint,
  hintId = `${id}-hint`,
  checked,
  invalid,
  describedBy,
  listed = false,
}: Props) {
  const tiedTo = [describedBy, hint && hintId].filter(Boolean).join(' ')
  return (
    <div className={`relative flex gap-3.5 py-1.5 sm:py-2.5 ${listed ? 'border-b border-hair' : ''}`}>
      <input
        id={id}
        name={name}
        type={kind}
        value={value}
        defaultChecked={checked}
        aria-invalid={invalid}
        aria-describedby={tiedTo || undefined}
        className={`tick ${kind === 'radio' ? 'tick-radio' : 'tick-box'}`}
      />
      <div className="min-w-0 self-center">
        <label
          htmlFor={id}
          className={`block cursor-pointer before:absolute before:inset-0 ${listed ? 'font-semibold' : ''}`}
        >
          {label}
        </label>
        {hint && (
          <div id={hintId} className="text-muted [&_a]:relative [&_a]:z-1">
            {hint}
          </div>
        )}
      </div>
    </div>
  )
}
