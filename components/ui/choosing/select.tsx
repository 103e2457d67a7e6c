import type { ComponentProps } from 'react'
import { Field, type FieldWords } from '@/components/ui/field'

export type Option = { value: string; label: string }
/** Options in a row, or under a heading of their own. */
export type OptionGroup = { label: string; options: readonly Option[] }

type Props = FieldWords & { name: string; options: readonly (Option | OptionGroup)[] } & Omit<
    ComponentProps<'select'>,
    'name' | 'className' | 'children'
  >

/** One answer of a long list. Its id is its name unless another is given. */
export function Select({ name, id = name, label, hint, error, optional = false, options, ...rest }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(tied) => (
        <select {...rest} {...tied} name={name} className="control min-h-14 w-full max-w-80">
          {options.map((each) =>
            'options' in each ? (
              <optgroup key={each.label} label={each.label}>
                {each.options.map((option) => (
                  <SelectOption key={option.value} {...option} />
                ))}
              </optgroup>
            ) : (
              <SelectOption key={each.value} {...each} />
            ),
          )}
        </select>
      )}
    </Field>
  )
}

function SelectOption({ value, label }: Option) {
  return <option value={value}>{label}</option>
}
