import { textOf } from '@/app/_server/forms/fields'
import { again } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { restoreVersion } from '@/lib/campaigns/publishing/restore'
import type { Context } from '@/lib/kernel/context'

export const asDraft = staffForm({
  verb: 'campaigns.edit',
  address: ['id'],
  answer: ({ ctx, sent, address: { id } }) => restored(ctx, sent, id, false),
})

export const live = staffForm({
  verb: 'campaigns.publish',
  address: ['id'],
  answer: ({ ctx, sent, address: { id } }) => restored(ctx, sent, id, true),
})

/** Brings an old version back, as the draft or live. */
export const form = staffForms({ 'restore-draft': asDraft, 'restore-live': live })

async function restored(ctx: Context, sent: FormData, campaignId: string, live: boolean) {
  const typed = Number(textOf(sent, 'number'))
  const number = Number.isSafeInteger(typed) ? typed : 0
  const outcome = await restoreVersion(ctx, { campaignId, number, live })
  const at = `/staff/campaigns/${campaignId}/versions`
  if (outcome.kind === 'draft') return { redirect: `${at}?done=draft` }
  if (outcome.kind === 'published') return { redirect: `${at}?done=live` }
  const faults =
    outcome.kind === 'faulty' ? outcome.faults.slice(0, 10).map(({ message }) => ({ field: 'versions', message })) : []
  if (outcome.kind === 'faulty' && outcome.installation)
    faults.push({ field: 'versions', message: outcome.installation })
  return again({}, faults)
}
