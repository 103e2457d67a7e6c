import { editorParts } from '@/lib/content/parts'
import { nameField } from './field-names'
import { type ContentFields, fieldsOf } from './fields'

/** A fault beside its field in the editor: `field` is the id of what is marked, `part` the page that it is on. */
export type FieldFault = { field: string; part: string; message: string }

/**
 * Where in the editor a fault stands, from its path in the content. Items are known by id in the editor and by place
 * in the content; a field of several wordings is marked at the wording, any other as a whole.
 */
export function fieldFault(content: unknown, { path, message }: { path: string; message: string }): FieldFault {
  const fields = fieldsOf(content)
  const names = withId(path.split('.'), fields)
  for (let length = names.length; length > 0; length -= 1) {
    const key = names.slice(0, length).join('.')
    const named = nameField(key, fields)
    if (!named) continue
    const [at] = names.slice(length)
    const isWording = named.field?.kind === 'wordings' && at !== undefined
    return { field: isWording ? `${key}.${at}` : key, part: named.part.id, message }
  }
  const part = editorParts.find(({ fields }) => fields.some(({ key }) => key.startsWith(`${names[0]}.`)))
  return { field: part?.fields[0]?.key ?? 'title', part: part?.id ?? 'summary', message }
}

function withId([first = '', at = '', ...rest]: string[], fields: ContentFields): string[] {
  const list = editorParts.find((part) => part.list?.key === first)?.list
  const id = list ? fields[first]?.[Number(at)] : undefined
  return [first, id ?? at, ...rest].filter((name) => name !== '')
}
