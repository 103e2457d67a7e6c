import { nameField } from '@/lib/content/fields/field-names'
import { type ContentFields, contentOf, fieldsOf } from '@/lib/content/fields/fields'

/**
 * A content with some of its parts as another has them, named by their ids in the editor. What belongs to no part that is
 * edited, such as the name of the consent's wording, stays.
 */
export function takeParts(onto: unknown, from: unknown, parts: readonly string[]): unknown {
  const [kept, taken] = [fieldsOf(onto), fieldsOf(from)]
  const fields: ContentFields = {}
  for (const key of new Set([...Object.keys(kept), ...Object.keys(taken)])) {
    const part = nameField(key, key in taken ? taken : kept)?.part.id
    const leaf = (part !== undefined && parts.includes(part) ? taken : kept)[key]
    if (leaf !== undefined) fields[key] = leaf
  }
  return contentOf(fields, onto)
}
