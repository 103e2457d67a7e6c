import type { ComponentProps } from 'react'
import { Field, type FieldWords } from '@/components/ui/field'
import { NativeTextArea } from './text-area-typed-early'

type Props = FieldWords & { name: string } & Omit<ComponentProps<'textarea'>, 'name' | 'className'>

/**
 * Several lines of text; grows with what is typed where the browser can. Its id is its name unless another is given.
 * Never `autoComplete="off"`: browsers take it as leave to forget the text when one goes back.
 */
export function TextArea({ name, id = name, label, hint, error, optional = false, rows = 5, ...rest }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(tied) => (
        <NativeTextArea
          {...rest}
          {...tied}
          name={name}
          rows={rows}
          className={`control field-sizing-content w-full max-w-measure ${rows > 2 ? 'min-h-36' : 'min-h-24'}`}
        />
      )}
    </Field>
  )
}
