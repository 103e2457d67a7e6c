import type { ReactNode } from 'react'
import { Conflict } from '@/components/editor/conflict'
import type { StaffCampaign } from '@/lib/campaigns/find-for-staff'
import { findVersion } from '@/lib/campaigns/versions'
import { compareFields, printed } from '@/lib/content/changes/compare'
import { mergeFields } from '@/lib/content/changes/merge'
import { nameField } from '@/lib/content/fields/field-names'
import { type ContentFields, fieldsOf } from '@/lib/content/fields/fields'
import type { Context } from '@/lib/kernel/context'
import type { Unsaved } from './form'

/** What a form that was posted and not saved has in it, and the choices that it waits for; `null` where none does. */
export async function conflictOf(
  ctx: Context,
  { id, draft }: StaffCampaign,
  unsaved: Unsaved,
): Promise<{ typed: ContentFields; base: string; notice: ReactNode } | null> {
  const { typed } = unsaved
  const base = await findVersion(ctx, id, unsaved.base)
  if (!base) return null
  const [before, theirs] = [fieldsOf(base.content), fieldsOf(draft.content)]
  const mine = { ...before, ...typed }
  const units = mergeFields(before, mine, theirs).conflicts.map((unit) => ({
    unit,
    name: nameField(unit, before)?.name ?? unit,
    mine: whole(unit, mine),
    theirs: whole(unit, theirs),
  }))
  const notice = <Conflict by={draft.by} theirs={compareFields(before, theirs)} units={units} />
  return { typed, base: base.id, notice }
}

/** A unit as one text: a field, or every field of an item or a list. */
function whole(unit: string, fields: ContentFields): string {
  const keys = Object.keys(fields).filter(
    (key) => key === unit || (key.startsWith(`${unit}.`) && printed(unit, fields) === ''),
  )
  return keys
    .map((key) => printed(key, fields))
    .filter((text) => text !== '')
    .join('\n\n')
}
