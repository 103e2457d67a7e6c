import { isDeepStrictEqual } from 'node:util'
import { diffWords, diffWordsWithSpace } from 'diff'
import { nameField } from '@/lib/content/fields/field-names'
import { type ContentFields, fieldsOf } from '@/lib/content/fields/fields'

/** A stretch of a field's text: in both, only in the later (`added`), or only in the earlier (`removed`). */
export type Stretch = { text: string; change: 'added' | 'removed' | null }
/** One field that is not the same in two versions, in words. */
export type FieldChange = { key: string; name: string; part: string; stretches: Stretch[] }

/** Beyond so many edits a diff says nothing that reading both would not: the whole is shown as replaced. */
const MOST_EDITS = 2000
/** Characters around a change that are shown where much stays the same. */
const AROUND = 100

/** What is not the same in two contents, field by field, in the order of the editor; words compared inline. */
export function compareContents(earlier: unknown, later: unknown): FieldChange[] {
  return compareFields(fieldsOf(earlier), fieldsOf(later))
}

/** What is not the same in the fields of two contents. */
export function compareFields(before: ContentFields, after: ContentFields): FieldChange[] {
  const changes: FieldChange[] = []
  for (const key of new Set([...Object.keys(after), ...Object.keys(before)])) {
    // By ids: an item that has another title now is still the same item.
    if (isDeepStrictEqual(before[key], after[key])) continue
    const [old, now] = [printed(key, before), printed(key, after)]
    if (old === now) continue
    const named = nameField(key, key in after ? after : before)
    if (!named) continue
    changes.push({ key, name: named.name, part: named.part.id, stretches: stretchesOf(old, now).map(shortened) })
  }
  return changes
}

/** The words that two texts share, and those that they do not. */
export function stretchesOf(old: string, now: string): Stretch[] {
  const options = { maxEditLength: MOST_EDITS }
  // Words with the spaces after them, so that a phrase is replaced as a phrase; spaces alone where they are all that changed.
  const words = diffWords(old, now, options)
  const isBlind = words?.every(({ added, removed }) => !added && !removed)
  const parts = (isBlind ? diffWordsWithSpace(old, now, options) : words) ?? [
    { value: old, added: false, removed: true },
    { value: now, added: true, removed: false },
  ]
  return parts.map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : null,
  }))
}

/** What stays the same is shown as far as one needs to see where the change stands. */
function shortened({ text, change }: Stretch): Stretch {
  if (change !== null || text.length <= 3 * AROUND) return { text, change }
  return { text: `${text.slice(0, AROUND)} […] ${text.slice(-AROUND)}`, change }
}

/** A field as one text to read: items of a list by their names, ticks as words. */
export function printed(key: string, fields: ContentFields): string {
  const value = fields[key]
  if (value === undefined) return ''
  const { kind, choices } = nameField(key, fields)?.field ?? {}
  if (kind === undefined && Array.isArray(value)) {
    return value.map((id) => nameField(`${key}.${id}`, fields)?.name ?? id).join('\n')
  }
  if (kind === 'choice') return choices?.find((choice) => choice.value === value)?.label ?? String(value)
  if (kind === 'tick') return value === 'yes' ? 'yes' : 'no'
  const between = kind === 'lines' || kind === 'seats' || kind === 'ticks' ? '\n' : '\n\n'
  return Array.isArray(value) ? value.join(between) : value
}
