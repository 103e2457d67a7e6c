import type { FieldFault } from './field-fault'
import { nameField } from './field-names'
import { type ContentFields, fieldsOf } from './fields'

/** A fault that is no mistake: nothing stands in its field yet. */
export type Unwritten = { field: string; name: string }

/** Parts the faults of a content into those of fields in which nothing is written yet, by name, and those of what is. */
export function unwrittenOf<Fault extends Pick<FieldFault, 'field'>>(
  content: unknown,
  faults: readonly Fault[],
): { unwritten: Unwritten[]; wrong: Fault[] } {
  const fields = fieldsOf(content)
  const unwritten: Unwritten[] = []
  const wrong: Fault[] = []
  for (const fault of faults) {
    const key = keyOf(fault.field, fields)
    const name = key && isEmpty(fields[key]) ? nameField(key, fields)?.name : undefined
    if (key === null || name === undefined) wrong.push(fault)
    else if (unwritten.every(({ field }) => field !== key)) unwritten.push({ field: key, name })
  }
  return { unwritten, wrong }
}

/** The field that is marked, or that a box which is marked belongs to. */
function keyOf(id: string, fields: ContentFields): string | null {
  if (id in fields) return id
  const parent = id.replace(/\.\d+$/, '')
  return parent in fields ? parent : null
}

function isEmpty(leaf: string | string[] | undefined): boolean {
  return [leaf ?? ''].flat().every((text) => text.trim() === '')
}
