import type { FormAnswer } from '@/app/_server/form-answer'
import type { FieldFault } from '@/app/_server/form-state'
import { faultsOf, textOf } from '@/app/_server/forms/fields'
import { staffForm } from '@/app/_server/forms/old-staff-form'
import { createCampaign } from '@/lib/campaigns/create'
import { newCampaign } from '@/lib/campaigns/input'

/** A new campaign, blank or a copy; goes on to its text. */
export const newCampaignForm = staffForm('campaigns.create', async (ctx, form): Promise<FormAnswer> => {
  const values = { slug: textOf(form, 'slug'), goal: textOf(form, 'goal'), from: textOf(form, 'from') }
  const faulty = (faults: FieldFault[]): FormAnswer => ({
    show: { form: 'campaign-new', values, faults, done: null },
    status: 422,
  })
  const parsed = newCampaign.safeParse(values)
  if (!parsed.success) return faulty(faultsOf(parsed.error))
  const made = await createCampaign(ctx, parsed.data)
  if (made === 'taken') return faulty([{ field: 'slug', message: 'Another campaign has this address: choose another' }])
  return { redirect: `/staff/campaigns/${made.id}/edit/summary` }
})
