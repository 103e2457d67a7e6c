import { wordedEmails } from '@/emails/to-writer/worded-emails'
import { type Ask, editorParts, itemFields } from '@/lib/content/parts'
import { type EditorField, type EditorList, isMany } from '@/lib/content/parts/field'

/**
 * The content as its fields, by key: `title`, `letter.openings`, `asks.ceasefire.title`. A list's own key holds the
 * ids of its items in their order; items without ids are known by their place. `tick` is "yes" or empty.
 */
export type ContentFields = Record<string, string | string[]>

type Tree = Record<string, unknown>

/** The fields of any content, finished or not. Never throws: what has another shape counts as not written. */
export function fieldsOf(content: unknown): ContentFields {
  const tree = treeOf(content)
  const fields: ContentFields = {}
  for (const part of editorParts) {
    for (const field of part.fields) fields[field.key] = leafAt(tree, field)
    if (!part.list) continue
    const items = itemsAt(tree, part.list.key)
    const ids = items.map((item, at) => idOf(part.list, item, at))
    fields[part.list.key] = ids
    for (const [at, item] of items.entries()) {
      for (const field of itemFields(part, asksIn(tree))) {
        fields[`${part.list.key}.${ids[at]}.${field.key}`] = leafAt(item, field)
      }
    }
  }
  return fields
}

/** The content of these fields. What `onto` has besides, such as the version of the consent, stays. */
export function contentOf(fields: ContentFields, onto: unknown): unknown {
  const before = treeOf(onto)
  const tree = structuredClone(before)
  for (const part of editorParts) {
    for (const field of part.fields) putLeaf(tree, field, fields[field.key])
    const { list } = part
    if (!list) continue
    const old = itemsAt(before, list.key)
    if (list.optional && textsOf(fields[list.key]).length === 0) {
      delete tree[list.key]
      continue
    }
    tree[list.key] = textsOf(fields[list.key]).map((id, at) => {
      const known = old.find((item, place) => idOf(list, item, place) === id)
      const item = { ...(list.ids && { id }), ...structuredClone(known) }
      const key = list.ids ? id : String(at)
      for (const field of itemFields(part, asksOf(fields)))
        putLeaf(item, field, fields[`${list.key}.${key}.${field.key}`])
      return item
    })
  }
  return tree
}

/** The asks that these fields have, in their order. */
export function asksOf(fields: ContentFields): Ask[] {
  return textsOf(fields.asks).map((id) => ({
    id,
    title: textOf(fields[`asks.${id}.title`]) || 'an ask without a title',
  }))
}

/** A field's one text. */
export function textOf(leaf: string | string[] | undefined): string {
  return typeof leaf === 'string' ? leaf : ''
}

/** A field's several texts. */
export function textsOf(leaf: string | string[] | undefined): string[] {
  return Array.isArray(leaf) ? leaf : []
}

function leafAt(tree: Tree, { key, kind, initially }: EditorField): string | string[] {
  const value = key.split('.').reduce<unknown>((at, name) => treeOf(at)[name], tree)
  if (isMany(kind)) return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
  if (value === undefined && initially) return initially
  if (kind === 'tick') return value === true || (typeof value === 'object' && value !== null) ? 'yes' : ''
  if (kind === 'image') return String(treeOf(value).id ?? '')
  return typeof value === 'string' ? value : ''
}

function putLeaf(tree: Tree, field: EditorField, leaf: string | string[] | undefined): void {
  const path = field.key.split('.')
  const name = path.pop() ?? ''
  const { kind, optional, absentWhenEmpty } = field
  const parent = parentOf(
    tree,
    path,
    leaf !== undefined && leaf.length > 0 && (kind === 'image' || path[0] === 'emails'),
  )
  if (!parent) return
  if ((optional || absentWhenEmpty) && (leaf === undefined || leaf.length === 0)) delete parent[name]
  else if (kind === 'image') parent[name] = { ...treeOf(parent[name]), id: textOf(leaf) }
  else if (name === 'aside') parent[name] = leaf === 'yes' ? treeOf(parent[name]) : null
  else if (kind === 'tick') parent[name] = leaf === 'yes'
  else parent[name] = isMany(kind) ? textsOf(leaf) : textOf(leaf)
}

/** What may be absent as a whole: its fields are written only where it is there. */
const MAY_BE_ABSENT = ['picture', 'image', 'aside', 'emails', ...Object.keys(wordedEmails)]

function parentOf(tree: Tree, path: string[], makes: boolean): Tree | null {
  let at = tree
  for (const name of path) {
    const next = at[name]
    if (!isTree(next)) {
      if (MAY_BE_ABSENT.includes(name) && !makes) return null
      at[name] = {}
    }
    at = treeOf(at[name])
  }
  return at
}

function itemsAt(tree: Tree, key: string): Tree[] {
  const value = tree[key]
  return Array.isArray(value) ? value.filter(isTree) : []
}

function idOf(list: EditorList | undefined, item: Tree, at: number): string {
  return list?.ids ? String(item.id ?? at) : String(at)
}

function asksIn(tree: Tree): Ask[] {
  return itemsAt(tree, 'asks').map((item) => ({ id: String(item.id), title: String(item.title) }))
}

function treeOf(value: unknown): Tree {
  return isTree(value) ? value : {}
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
