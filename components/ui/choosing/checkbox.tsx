import type { ReactNode } from 'react'
import { FieldError } from '@/components/ui/field'
import { Tickable } from './tickable'

type Props = {
  name: string
  /** Where it is not the name: another form of the page has a field of that name. */
  id?: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  value?: string
  checked?: boolean
}

/** A box that stands alone, such as a consent. */
export function Checkbox({ name, id = name, label, hint, error, value = 'yes', checked = false }: Props) {
  return (
    <div className={`max-w-measure ${error ? 'border-l-[0.3333rem] border-fault pl-4' : ''}`}>
      {error && <FieldError id={id} message={error} />}
      <Tickable
        id={id}
        name={name}
        kind="checkbox"
        value={value}
        label={label}
        hint={hint}
        checked={checked}
        invalid={error ? true : undefined}
        describedBy={error && `${id}-error`}
      />
    </div>
  )
}
