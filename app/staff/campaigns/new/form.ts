import { again } from '@/app/_server/forms/make-form'
import { staffForm } from '@/app/_server/forms/staff-form'
import { createCampaign } from '@/lib/campaigns/create'
import { newCampaign } from '@/lib/campaigns/input'

/** A new campaign, blank or a copy; goes on to its text. */
export const form = staffForm({
  verb: 'campaigns.create',
  input: newCampaign,
  answer: async ({ ctx, input, typed }) => {
    const made = await createCampaign(ctx, input)
    if (made !== 'taken') return { redirect: `/staff/campaigns/${made.id}/edit/summary` }
    return again(typed, [{ field: 'slug', message: 'Another campaign has this address, or had it: choose another' }])
  },
})
