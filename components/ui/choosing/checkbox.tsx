import type { ReactNode } from 'react'
import { FieldError } from '@/components/ui/field'
import { Tickable } from './tickable'

type Props = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  value?: string
  checked?: boolean
}

/** A box that stands alone, such as a consent. */
export function Checkbox({ name, label, hint, error, value = 'yes', checked = false }: Props) {
  return (
    <div className={`max-w-measure ${error ? 'border-l-[0.3333rem] border-fault pl-4' : ''}`}>
      {error && <FieldError id={name} message={error} />}
      <Tickable
        id={name}
        name={name}
        kind="checkbox"
        value={value}
        label={label}
        hint={hint}
        checked={checked}
        invalid={error ? true : undefined}
        describedBy={error && `${name}-error`}
      />
    </div>
  )
}
