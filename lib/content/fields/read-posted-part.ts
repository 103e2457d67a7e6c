import { itemFields } from '@/lib/content/parts'
import { type EditorField, type EditorPart, isMany } from '@/lib/content/parts/field'
import { manyLines, oneLine } from '@/lib/kernel/text'
import { asksOf, type ContentFields, textsOf } from './fields'

/** Every text that was posted under a name, in the form's order. */
export type Posted = (name: string) => string[]

const ID = /^[a-z0-9][a-z0-9-]{0,39}$/
const MOST_ITEMS = 100

/**
 * The fields of one part as they were posted. A field that the form did not send is left as it is in `before`;
 * what is typed is cleaned of control characters and of line ends where there is one paragraph, and nothing else.
 */
export function readPart(part: EditorPart, posted: Posted, before: ContentFields): ContentFields {
  const read: ContentFields = {}
  for (const field of part.fields) put(read, field, field.key, posted, before)
  const { list } = part
  if (!list) return read
  const ids = [...new Set(posted(list.key))].filter((id) => ID.test(id)).slice(0, MOST_ITEMS)
  // Items without ids are known by their place, so their keys follow their new order.
  const keys = ids.map((id, at) => (list.ids ? id : String(at)))
  read[list.key] = keys
  for (const [at, id] of ids.entries()) {
    for (const field of itemFields(part, asksOf(before))) {
      const item: ContentFields = {}
      put(item, field, `${list.key}.${id}.${field.key}`, posted, before)
      for (const leaf of Object.values(item)) read[`${list.key}.${keys[at]}.${field.key}`] = leaf
    }
  }
  return read
}

/** Text of several paragraphs as a list: an empty line ends one, and so does the next point of a list. */
export function paragraphsOf(text: string): string[] {
  return manyLines(text)
    .split(/\n\n|\n(?=[^\S\n]*(?:[-*+]|\d{1,3}[.)]) )/)
    .map(oneLine)
    .filter((paragraph) => paragraph !== '')
}

function put(
  read: ContentFields,
  { kind, initially }: EditorField,
  name: string,
  posted: Posted,
  before: ContentFields,
): void {
  const texts = posted(name)
  // A browser sends nothing for boxes of which none is ticked: the form says by a field of its own that it has them.
  const sent = texts.length > 0 || posted('has').includes(name)
  const current = before[name]
  if (!sent) read[name] = current ?? (isMany(kind) ? [] : (initially ?? ''))
  else if (kind === 'tick') read[name] = texts.includes('yes') ? 'yes' : ''
  else if (kind === 'ticks') read[name] = texts.map(oneLine).filter((text) => text !== '')
  else if (kind === 'wordings') read[name] = texts.map(oneLine)
  else if (kind === 'rich' || kind === 'blocks') read[name] = paragraphsOf(texts.join('\n\n'))
  else if (isMany(kind)) read[name] = linesOf(texts.join('\n'))
  else read[name] = oneLine(texts[0] ?? '')
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n?|\n/)
    .map(oneLine)
    .filter((line) => line !== '')
}

/** A change of a list that a button asks for. */
export type Change = {
  what: 'add' | 'remove' | 'up' | 'down' | 'add-wording' | 'remove-wording'
  key: string
  id: string
}

/** Reads a button's value, as `up:asks:ceasefire`; `null` where it is none. */
export function readChange(value: string): Change | null {
  const [, what, key = '', id = ''] =
    /^(add|remove|up|down|add-wording|remove-wording):([\w.-]+)(?::([\w-]+))?$/.exec(value) ?? []
  return what === undefined ? null : { what: what as Change['what'], key, id }
}

/** The fields after a change of a list. `newId` is what an item that is added is called. */
export function changeList(part: EditorPart, before: ContentFields, change: Change, newId: string): ContentFields {
  const { what, key, id } = change
  if (what === 'add-wording') return { ...before, [key]: [...textsOf(before[key]), ''] }
  if (what === 'remove-wording') return { ...before, [key]: textsOf(before[key]).filter((_, at) => String(at) !== id) }
  if (part.list?.key !== key) return before
  const ids = textsOf(before[key])
  if (what === 'add') return { ...before, [key]: [...ids, part.list.ids ? newId : String(ids.length)] }
  const order = what === 'remove' ? ids.filter((each) => each !== id) : moved(ids, id, what === 'up' ? -1 : 1)
  return part.list.ids ? { ...before, [key]: order } : renumbered(part, before, order)
}

function moved(ids: string[], id: string, by: number): string[] {
  const at = ids.indexOf(id)
  const to = at + by
  if (at < 0 || to < 0 || to >= ids.length) return ids
  return ids.with(at, ids[to] ?? id).with(to, id)
}

/** Items without ids, in a new order of their places. */
function renumbered(part: EditorPart, before: ContentFields, order: string[]): ContentFields {
  const { key = '', fields = [] } = part.list ?? {}
  const next = Object.fromEntries(Object.entries(before).filter(([name]) => !name.startsWith(`${key}.`)))
  for (const [at, id] of order.entries()) {
    for (const field of fields) next[`${key}.${at}.${field.key}`] = before[`${key}.${id}.${field.key}`] ?? ''
  }
  return { ...next, [key]: order.map((_, at) => String(at)) }
}
