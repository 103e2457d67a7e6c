import type { ComponentProps } from 'react'
import { Field, type FieldWords } from '@/components/ui/field'

const widths = { full: 'w-full max-w-measure', half: 'w-full max-w-80', postcode: 'w-full max-w-44' }

type Props = FieldWords & {
  name: string
  /** As the browser's own token ('email', 'address-line1' …); every field says one, 'off' where none fits. */
  autoComplete: string
  width?: keyof typeof widths
} & Omit<ComponentProps<'input'>, 'name' | 'autoComplete' | 'width' | 'className'>

/** One line of text. Its id is its name unless another is given. */
export function TextField({
  name,
  id = name,
  label,
  hint,
  error,
  optional = false,
  width = 'full',
  type = 'text',
  ...rest
}: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(tied) => (
        <input
          {...rest}
          {...tied}
          name={name}
          type={type}
          className={`control min-h-12 sm:min-h-14 ${widths[width]}`}
        />
      )}
    </Field>
  )
}
