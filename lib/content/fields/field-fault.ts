import { editorParts } from '@/lib/content/parts'
import { itemName, lowerFirst, type NamedField, nameField } from './field-names'
import { type ContentFields, fieldsOf } from './fields'

/** A fault beside its field in the editor: `field` is the id of what is marked, `part` the page that it is on. */
export type FieldFault = { field: string; part: string; message: string }

/** The part that letters are made of, and what is marked where a whole letter has a fault. */
const LETTER = 'letter'
/** What the schema calls a field of some item. */
const OF_ITEMS = / (?:of|for|in place of|left|that is) |^(?:Question|Answer|What to say|Seat|Party|Starter)$/

/**
 * Where in the editor a fault stands, from its path in the content. Items are known by id in the editor and by place
 * in the content; a field of several wordings is marked at the wording, any other as a whole.
 */
export function fieldFault(content: unknown, { path, message }: { path: string; message: string }): FieldFault {
  const fields = fieldsOf(content)
  const names = withId(path.split('.'), fields)
  // What is wrong with whole letters is no fault of the first field that they are made of.
  if (names.length === 1 && names[0] === LETTER) return { field: LETTER, part: LETTER, message }
  for (let length = names.length; length > 0; length -= 1) {
    const key = names.slice(0, length).join('.')
    const named = nameField(key, fields)
    if (!named) continue
    const [at] = names.slice(length)
    const isWording = named.field?.kind === 'wordings' && at !== undefined
    const said = length > 2 ? ofItem(message, itemName(named.part, names[1] ?? '', fields), named) : message
    return { field: isWording ? `${key}.${at}` : key, part: named.part.id, message: said }
  }
  const part = editorParts.find(({ fields }) => fields.some(({ key }) => key.startsWith(`${names[0]}.`)))
  return { field: part?.fields[0]?.key ?? 'title', part: part?.id ?? 'summary', message }
}

/**
 * A message of the schema about a field of an item, which it can call "Wordings of an ask" only, with the item by its
 * name: "Ask “Suspend military aid”, wordings: at least 2 needed, 1 given."
 */
function ofItem(message: string, item: string, { field }: NamedField): string {
  const [label = '', ...rest] = message.split(': ')
  if (!field || rest.length === 0 || /[“”"]/.test(label) || message.includes(`"${item}"`)) return message
  if (!OF_ITEMS.test(label)) return message
  return `${item}, ${lowerFirst(field.label)}: ${rest.join(': ')}`
}

function withId([first = '', at = '', ...rest]: string[], fields: ContentFields): string[] {
  const list = editorParts.find((part) => part.list?.key === first)?.list
  const id = list ? fields[first]?.[Number(at)] : undefined
  return [first, id ?? at, ...rest].filter((name) => name !== '')
}
