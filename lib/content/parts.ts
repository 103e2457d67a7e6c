import { afterParts } from './parts/after'
import { emailsPart } from './parts/emails'
import type { EditorField, EditorList, EditorPart } from './parts/field'
import { letterParts, ownAskField } from './parts/letter'
import { pageParts } from './parts/page'

/** Everything of a campaign's text that staff edit, a page for each part, in the order of the editor's menu. */
export const editorParts: readonly EditorPart[] = [
  ...pageParts.slice(0, 4),
  ...letterParts,
  ...afterParts,
  emailsPart,
  ...pageParts.slice(4),
]

/** The part with this id; `null` when there is none. */
export function findPart(id: string): EditorPart | null {
  return editorParts.find((part) => part.id === id) ?? null
}

/** Lists whose items have wordings of each ask: where those are kept, and before which field they are typed. */
const BEFORE_ITS_CLOSES: Partial<Record<EditorList['key'], { asks: string; closes: string }>> = {
  groups: { asks: 'wordings.asks', closes: 'wordings.closes' },
  voices: { asks: 'asks', closes: 'closes' },
}

/** The fields of one item of a part's list. A voice and a group have one for each ask as well. */
export function itemFields(part: EditorPart, asks: readonly Ask[]): readonly EditorField[] {
  const fields = part.list?.fields ?? []
  const before = part.list && BEFORE_ITS_CLOSES[part.list.key]
  if (!before) return fields
  const at = fields.findIndex(({ key }) => key === before.closes)
  const own = asks.map(({ id, title }) => ownAskField(`${before.asks}.${id}`, title))
  return [...fields.slice(0, at), ...own, ...fields.slice(at)]
}

export type Ask = { id: string; title: string }
