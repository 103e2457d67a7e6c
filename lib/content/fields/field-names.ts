import { editorParts, itemFields } from '@/lib/content/parts'
import type { EditorField, EditorPart } from '@/lib/content/parts/field'
import { asksOf, type ContentFields, textOf } from './fields'

/** What staff call a field, and the part that it is edited in. */
export type NamedField = { part: EditorPart; field: EditorField | null; name: string }

/**
 * Names a field, an item or a list by its key, in the words of these fields: "Title", "Ask “Call for …”: wordings",
 * "Asks: which there are, and in what order". `null` for a key that there is not.
 */
export function nameField(key: string, fields: ContentFields): NamedField | null {
  for (const part of editorParts) {
    const field = part.fields.find((each) => each.key === key)
    if (field) return { part, field, name: field.label }
    const { list } = part
    if (!list) continue
    if (key === list.key)
      return { part, field: null, name: list.ids ? `${part.title}: which there are, in what order` : part.title }
    if (!key.startsWith(`${list.key}.`)) continue
    const [, id = '', ...rest] = key.split('.')
    const item = itemName(part, id, fields)
    const inner = itemFields(part, asksOf(fields)).find((each) => each.key === rest.join('.'))
    if (inner) return { part, field: inner, name: `${item}: ${lowerFirst(inner.label)}` }
    if (rest.length === 0) return { part, field: null, name: item }
  }
  return null
}

/** "Ask “Suspend military aid”", or "Ask 3" while it has no title; "Ask" where its place is not known either. */
export function itemName(part: EditorPart, id: string, fields: ContentFields): string {
  const { key = '', one = '', named = '' } = part.list ?? {}
  const at = [fields[key] ?? []].flat().indexOf(id)
  const title = textOf(fields[`${key}.${id}.${named}`])
  const word = one.charAt(0).toUpperCase() + one.slice(1)
  if (title) return `${word} “${title}”`
  return at < 0 ? word : `${word} ${at + 1}`
}

/** With a small first letter, as in the middle of a sentence. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
