import { editorParts } from '@/lib/content/parts'
import { fieldsOf, textsOf } from './fields'

/** The editor's part and the field, or the box of it, where a text stands. */
export type Place = { part: string; field: string }

/** Says of a wording where the letter's parts of a content have it; `undefined` where none has. White space is all one. */
export function whereWritten(content: unknown): (text: string) => Place | undefined {
  const places = new Map<string, Place>()
  for (const [name, leaf] of Object.entries(fieldsOf(content))) {
    const part = editorParts.find((each) => each.letter && isIn(each, name))
    if (!part) continue
    // Wordings have a box each; other fields hold all of theirs.
    const hasBoxes = kindOf(part, name) === 'wordings'
    for (const [at, text] of (typeof leaf === 'string' ? [leaf] : textsOf(leaf)).entries()) {
      const key = keyOf(text)
      if (!places.has(key)) places.set(key, { part: part.id, field: hasBoxes ? `${name}.${at}` : name })
    }
  }
  return (text) => places.get(keyOf(text))
}

type Part = (typeof editorParts)[number]

function isIn({ fields, list }: Part, name: string): boolean {
  return fields.some(({ key }) => key === name) || (list !== undefined && name.startsWith(`${list.key}.`))
}

function kindOf({ fields, list }: Part, name: string): string | undefined {
  const inItem = name.split('.').slice(2).join('.')
  return (fields.find(({ key }) => key === name) ?? list?.fields.find(({ key }) => key === inItem))?.kind
}

function keyOf(text: string): string {
  return text.replace(/\s+/g, '')
}
