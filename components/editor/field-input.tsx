import type { ReactNode } from 'react'
import { Checkbox } from '@/components/ui/choosing/checkbox'
import { Choices } from '@/components/ui/choosing/choices'
import { TextArea } from '@/components/ui/typing/text-area'
import { TextField } from '@/components/ui/typing/text-field'
import type { EditorField } from '@/lib/content/parts/field'
import { Alternatives } from './alternatives'
import { Counted } from './counted'
import { MarkdownToolbar } from './markdown-toolbar'
import type { Advised } from './seen'
import { Wordings } from './wordings'

type Props = {
  field: EditorField
  /** Its name in the form, and the id of what is marked when it has a fault. */
  name: string
  value: string | string[]
  /** What can be ticked or chosen. */
  choices: readonly { value: string; label: ReactNode }[]
  /** What is wrong, by the id of what is marked. */
  errors: Readonly<Record<string, string>>
  advice: readonly Advised[]
}

/** One field of a campaign's text, as its kind is typed. Works without scripts. */
export function FieldInput({ field, name, value, choices, errors, advice }: Props) {
  const { kind, label, optional = false } = field
  const error = errors[name]
  const words = { label, hint: field.hint, error, optional }
  const text = Array.isArray(value)
    ? value.join(kind === 'rich' || kind === 'blocks' || kind === 'paragraphs' ? '\n\n' : '\n')
    : value
  switch (kind) {
    case 'line':
    case 'date':
      return (
        <div>
          <TextField
            {...words}
            name={name}
            type={kind === 'date' ? 'date' : 'text'}
            width={kind === 'date' ? 'half' : 'full'}
            autoComplete="off"
            defaultValue={text}
          />
          {field.most && <Counted field={name} text={text} most={field.most} />}
        </div>
      )
    case 'text':
      return (
        <div>
          <TextArea {...words} name={name} rows={3} defaultValue={text} />
          {field.most && <Counted field={name} text={text} most={field.most} />}
        </div>
      )
    case 'rich-line':
    case 'rich':
      return (
        <div className="relative">
          <TextArea {...words} name={name} rows={kind === 'rich' ? 10 : 4} defaultValue={text} />
          {kind === 'rich-line' && <Counted field={name} text={text} most={field.most} />}
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
    case 'paragraphs':
    case 'seats':
      return <TextArea {...words} name={name} rows={4} defaultValue={text} />
    case 'wordings':
      return (
        <Wordings
          field={field}
          name={name}
          texts={Array.isArray(value) ? value : []}
          errors={errorsUnder(name, errors)}
          advice={advice.filter((each) => isUnder(name, each.field))}
        />
      )
    case 'ticks':
      return (
        <>
          <input type="hidden" name="has" value={name} />
          <Choices
            kind="checkbox"
            name={name}
            legend={label}
            hint={field.hint}
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
          hint={field.hint}
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
    case 'colour':
    case 'image':
      return null
  }
}

function errorsUnder(name: string, errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).filter(([id]) => isUnder(name, id)))
}

function isUnder(name: string, id: string): boolean {
  return id === name || id.startsWith(`${name}.`)
}
