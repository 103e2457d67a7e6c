import { isDeepStrictEqual } from 'node:util'
import { blankContent } from '@/lib/content/blank-content'
import { nameField } from '@/lib/content/fields/field-names'
import { type ContentFields, fieldsOf } from '@/lib/content/fields/fields'
import { editorParts } from '@/lib/content/parts'
import type { EditorPart } from '@/lib/content/parts/field'

/** The parts of the editor in which two contents say the same, without those that say what every campaign begins with. */
export function sameParts(one: unknown, other: unknown): EditorPart[] {
  const [mine, theirs, blank] = [fieldsOf(one), fieldsOf(other), fieldsOf(blankContent())]
  return editorParts.filter(({ id }) => isSame(id, mine, theirs) && !isSame(id, mine, blank))
}

function isSame(part: string, one: ContentFields, other: ContentFields): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every(
    (key) => isDeepStrictEqual(one[key], other[key]) || nameField(key, key in one ? one : other)?.part.id !== part,
  )
}
