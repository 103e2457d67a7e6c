import { itemFields } from '@/lib/content/parts'
import { type EditorField, type EditorPart, isMany } from '@/lib/content/parts/field'
import { type BoxChange, changeBoxes, wordingsIn } from '@/lib/content/wordings/boxes'
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
  else if (kind === 'wordings') read[name] = wordingsIn(texts)
  else if (kind === 'rich' || kind === 'blocks' || kind === 'paragraphs') read[name] = paragraphsOf(texts.join('\n\n'))
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
  /** Of an item of a list, or of one box of a part's wordings. */
  of: 'item' | 'box'
  what: BoxChange
  key: string
  /** The item, or the place of the box. */
  id: string
}

/** Reads a button's value, as `up:asks:ceasefire` or `remove-wording:letter.openings:2`; `null` where it is none. */
export function readChange(value: string): Change | null {
  const [, what, box, key = '', id = ''] =
    /^(add|remove|up|down|copy)(-wording)?:([\w.-]+)(?::([\w-]+))?$/.exec(value) ?? []
  return what === undefined ? null : { of: box ? 'box' : 'item', what: what as BoxChange, key, id }
}

/** What was posted, with the boxes as they are after a change of one of them: an empty one is still there then. */
export function afterBoxChange(posted: Posted, change: Change | null): Posted {
  if (change?.of !== 'box') return posted
  return (name) => {
    if (name !== change.key) return posted(name)
    const boxes = changeBoxes(posted(name), change.what, Number(change.id), (box = '') => box)
    return boxes.length > 0 ? boxes : ['']
  }
}

/** The fields after a change of a list's items. `newId` is what an item that is added is called. */
export function changeList(part: EditorPart, before: ContentFields, change: Change, newId: string): ContentFields {
  const { of, what, key, id } = change
  const { list } = part
  if (of === 'box' || list?.key !== key) return before
  const ids = textsOf(before[key])
  if (what === 'add' || what === 'copy') {
    if (ids.length >= list.most) return before
    const made = list.ids ? newId : String(ids.length)
    if (what === 'add') return { ...before, [key]: [...ids, made] }
    const copied = copiedItem(before, `${key}.${id}.`, `${key}.${made}.`)
    const order = ids.toSpliced(ids.indexOf(id) + 1, 0, made)
    return list.ids ? { ...before, ...copied, [key]: order } : renumbered(part, { ...before, ...copied }, order)
  }
  const order = what === 'remove' ? ids.filter((each) => each !== id) : moved(ids, id, what === 'up' ? -1 : 1)
  return list.ids ? { ...before, [key]: order } : renumbered(part, before, order)
}

/** The fields of one item under the name of another. */
function copiedItem(fields: ContentFields, from: string, to: string): ContentFields {
  const own = Object.entries(fields).filter(([name]) => name.startsWith(from))
  return Object.fromEntries(own.map(([name, leaf]) => [to + name.slice(from.length), leaf]))
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
