import type { FormAnswer } from '@/app/_server/form-answer'
import { textOf } from '@/app/_server/forms/fields'
import { staffForm, staffForms } from '@/app/_server/forms/old-staff-form'
import { restoreVersion } from '@/lib/campaigns/publishing/restore'
import type { Context } from '@/lib/kernel/context'

/** Brings an old version back, as the draft or live. */
export const versionForms = staffForms({
  'restore-draft': staffForm('campaigns.edit', (ctx, form, { campaign = '' }) => restored(ctx, form, campaign, false)),
  'restore-live': staffForm('campaigns.publish', (ctx, form, { campaign = '' }) => restored(ctx, form, campaign, true)),
})

async function restored(ctx: Context, form: FormData, campaign: string, live: boolean): Promise<FormAnswer> {
  const number = Number(textOf(form, 'number'))
  const outcome = await restoreVersion(ctx, {
    campaignId: campaign,
    number: Number.isSafeInteger(number) ? number : 0,
    live,
  })
  const at = `/staff/campaigns/${campaign}/versions`
  if (outcome.kind === 'draft') return { redirect: `${at}?done=draft` }
  if (outcome.kind === 'published') return { redirect: `${at}?done=live` }
  const faults =
    outcome.kind === 'faulty' ? outcome.faults.slice(0, 10).map(({ message }) => ({ field: 'versions', message })) : []
  if (outcome.kind === 'faulty' && outcome.installation)
    faults.push({ field: 'versions', message: outcome.installation })
  return { show: { form: 'campaign-versions', values: { number: String(number) }, faults, done: null }, status: 422 }
}
