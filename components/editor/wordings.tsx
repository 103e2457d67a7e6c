import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { TextArea } from '@/components/ui/typing/text-area'
import type { EditorField } from '@/lib/content/parts/field'
import { Alternatives } from './alternatives'

type Props = {
  field: EditorField
  name: string
  texts: readonly string[]
  errorOf: (id: string) => string | undefined
}

/** The wordings of one slot of a letter, a field for each, with buttons to add one and to take one out. */
export function Wordings({ field, name, texts, errorOf }: Props) {
  const error = errorOf(name)
  const one = field.one ?? oneOf(field.label)
  return (
    <fieldset id={name} tabIndex={-1} className={error ? 'border-l-[0.3333rem] border-fault pl-4' : undefined}>
      <legend className="text-h3">{field.label}</legend>
      <p className="mt-1 max-w-measure text-muted">
        {field.hint} At most {field.most} characters each.
      </p>
      {error && <FieldError id={name} message={error} />}
      <ol className="mt-3 space-y-4">
        {texts.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a wording is known by its place.
          <li key={at}>
            <TextArea
              name={name}
              id={`${name}.${at}`}
              label={`${one} ${at + 1}`}
              error={errorOf(`${name}.${at}`)}
              rows={4}
              defaultValue={text}
            />
            <Alternatives field={`${name}.${at}`} text={text} many="one" label={`${one.toLowerCase()} ${at + 1}`} />
            <Button look="quiet" name="change" value={`remove-wording:${name}:${at}`}>
              Remove
              <span className="sr-only">
                {' '}
                {one.toLowerCase()} {at + 1}
              </span>
            </Button>
          </li>
        ))}
      </ol>
      <Button look="quiet" name="change" value={`add-wording:${name}`}>
        Add {texts.length === 0 ? 'a first' : 'another'} {one.toLowerCase()}
      </Button>
    </fieldset>
  )
}

/** "Opening" of "Openings". */
function oneOf(label: string): string {
  return label.replace(/s$/, '')
}
