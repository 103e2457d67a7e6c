import type { FormAnswer } from '@/app/_server/form-answer'
import type { FieldFault } from '@/app/_server/form-state'
import { faultsOf, textOf } from '@/app/_server/forms/fields'
import { staffForm, staffForms } from '@/app/_server/forms/old-staff-form'
import { campaignSettings, pauseReason } from '@/lib/campaigns/input'
import { setCampaignSettings } from '@/lib/campaigns/set-settings'
import { type StateChange, setCampaignState } from '@/lib/campaigns/set-state'

/** A campaign's address, goal and dates; and whether one can write. */
export const overviewForms = staffForms({
  settings: staffForm('campaigns.set', async (ctx, form, { campaign = '' }): Promise<FormAnswer> => {
    const values = {
      slug: textOf(form, 'slug'),
      goal: textOf(form, 'goal'),
      opens: textOf(form, 'opens'),
      closes: textOf(form, 'closes'),
    }
    const parsed = campaignSettings.safeParse(values)
    if (!parsed.success) return faulty(values, faultsOf(parsed.error))
    const outcome = await setCampaignSettings(ctx, campaign, parsed.data)
    if (outcome === 'saved') return { redirect: `/staff/campaigns/${campaign}?done=settings` }
    const message =
      outcome === 'taken'
        ? 'Another campaign has this address: choose another'
        : 'The address stays as it is: it has been live, and links to it are out'
    return faulty(values, [{ field: 'slug', message }])
  }),
  pause: staffForm('campaigns.set', async (ctx, form, { campaign = '' }): Promise<FormAnswer> => {
    const values = { why: textOf(form, 'why') }
    const parsed = pauseReason.safeParse(values.why)
    if (!parsed.success) return faulty(values, [{ field: 'why', message: parsed.error.issues[0]?.message ?? '' }])
    await setCampaignState(ctx, campaign, { do: 'pause', why: parsed.data })
    return { redirect: `/staff/campaigns/${campaign}?done=pause` }
  }),
  resume: change('resume'),
  close: change('close'),
  reopen: change('reopen'),
})

function change(name: Exclude<StateChange['do'], 'pause'>) {
  return staffForm('campaigns.set', async (ctx, _form, { campaign = '' }): Promise<FormAnswer> => {
    await setCampaignState(ctx, campaign, { do: name })
    return { redirect: `/staff/campaigns/${campaign}?done=${name}` }
  })
}

function faulty(values: Record<string, string>, faults: FieldFault[]): FormAnswer {
  return { show: { form: 'campaign', values, faults, done: null }, status: 422 }
}
