import { afterParts } from './parts/after'
import type { EditorField, EditorPart } from './parts/field'
import { letterParts, ownAskField } from './parts/letter'
import { pageParts } from './parts/page'

/** Everything of a campaign's text that staff edit, a page for each part, in the order of the editor's menu. */
export const editorParts: readonly EditorPart[] = [
  ...pageParts.slice(0, 4),
  ...letterParts,
  ...afterParts,
  ...pageParts.slice(4),
]

/** The part with this id; `null` when there is none. */
export function findPart(id: string): EditorPart | null {
  return editorParts.find((part) => part.id === id) ?? null
}

/** The fields of one item of a part's list. A group has one for each ask as well. */
export function itemFields(part: EditorPart, asks: readonly Ask[]): readonly EditorField[] {
  const fields = part.list?.fields ?? []
  if (part.list?.key !== 'groups') return fields
  const at = fields.findIndex(({ key }) => key === 'wordings.closes')
  return [...fields.slice(0, at), ...asks.map(({ id, title }) => ownAskField(id, title)), ...fields.slice(at)]
}

export type Ask = { id: string; title: string }
