import { Checkbox } from '@/components/ui/choosing/checkbox'
import { Choices } from '@/components/ui/choosing/choices'
import { TextArea } from '@/components/ui/typing/text-area'
import { TextField } from '@/components/ui/typing/text-field'
import type { EditorField } from '@/lib/content/parts/field'
import { Alternatives } from './alternatives'
import { MarkdownToolbar } from './markdown-toolbar'
import { Wordings } from './wordings'

type Props = {
  field: EditorField
  /** Its name in the form, and the id of what is marked when it has a fault. */
  name: string
  value: string | string[]
  /** What can be ticked or chosen. */
  choices: readonly { value: string; label: string }[]
  errorOf: (id: string) => string | undefined
}

/** One field of a campaign's text, as its kind is typed. Works without scripts. */
export function FieldInput({ field, name, value, choices, errorOf }: Props) {
  const { kind, label, optional = false } = field
  const error = errorOf(name)
  const words = { label, hint: hintOf(field), error, optional }
  const text = Array.isArray(value) ? value.join(kind === 'rich' || kind === 'blocks' ? '\n\n' : '\n') : value
  switch (kind) {
    case 'line':
    case 'date':
      return (
        <TextField
          {...words}
          name={name}
          type={kind === 'date' ? 'date' : 'text'}
          width={kind === 'date' ? 'half' : 'full'}
          autoComplete="off"
          defaultValue={text}
        />
      )
    case 'text':
      return <TextArea {...words} name={name} rows={3} defaultValue={text} />
    case 'rich-line':
    case 'rich':
      return (
        <div className="relative">
          <TextArea {...words} name={name} rows={kind === 'rich' ? 10 : 4} defaultValue={text} />
          <MarkdownToolbar field={name} label={label} lists={kind === 'rich'} />
        </div>
      )
    case 'blocks':
    case 'lines':
      return (
        <div>
          <TextArea {...words} name={name} rows={4} defaultValue={text} />
          <Alternatives field={name} text={text} many={kind} label={label.toLowerCase()} />
        </div>
      )
    case 'seats':
      return <TextArea {...words} name={name} rows={4} defaultValue={text} />
    case 'wordings':
      return <Wordings field={field} name={name} texts={Array.isArray(value) ? value : []} errorOf={errorOf} />
    case 'ticks':
      return (
        <>
          <input type="hidden" name="has" value={name} />
          <Choices
            kind="checkbox"
            name={name}
            legend={label}
            hint={hintOf(field)}
            error={error}
            choices={choices.map((choice) => ({ ...choice }))}
            chosen={Array.isArray(value) ? value : []}
          />
        </>
      )
    case 'choice':
      return (
        <Choices
          kind="radio"
          name={name}
          legend={label}
          hint={hintOf(field)}
          error={error}
          choices={[...choices]}
          chosen={[text]}
        />
      )
    case 'tick':
      return (
        <>
          <input type="hidden" name="has" value={name} />
          <Checkbox name={name} label={label} hint={field.hint} error={error} checked={value === 'yes'} />
        </>
      )
    case 'image':
      return null
  }
}

/** What helps, with the limit said before it is met. */
export function hintOf({ hint = '', most, kind }: EditorField): string | undefined {
  const isOne = kind === 'line' || kind === 'text' || kind === 'rich-line'
  return [hint, most && isOne ? `At most ${most} characters.` : ''].filter(Boolean).join(' ') || undefined
}
