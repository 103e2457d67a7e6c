import { z } from 'zod'
import { again } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { campaignSettings, pauseReason } from '@/lib/campaigns/input'
import { setCampaignSettings } from '@/lib/campaigns/set-settings'
import { type StateChange, setCampaignState } from '@/lib/campaigns/set-state'

export const settings = staffForm({
  verb: 'campaigns.set',
  address: ['id'],
  input: campaignSettings,
  answer: async ({ ctx, address: { id }, input, typed }) => {
    const outcome = await setCampaignSettings(ctx, id, input)
    if (outcome === 'saved') return { redirect: `/staff/campaigns/${id}?done=settings` }
    const message =
      outcome === 'taken'
        ? 'Another campaign has this address: choose another'
        : 'The address stays as it is: it has been live, and links to it are out'
    return again(typed, [{ field: 'slug', message }])
  },
})

export const pause = staffForm({
  verb: 'campaigns.set',
  address: ['id'],
  input: z.object({ why: pauseReason }),
  answer: async ({ ctx, address: { id }, input: { why } }) => {
    await setCampaignState(ctx, id, { do: 'pause', why })
    return { redirect: `/staff/campaigns/${id}?done=pause` }
  },
})

/** A campaign's address, goal and dates; and whether one can write. */
export const form = staffForms({
  settings,
  pause,
  resume: change('resume'),
  close: change('close'),
  reopen: change('reopen'),
})

function change(name: Exclude<StateChange['do'], 'pause'>) {
  return staffForm({
    verb: 'campaigns.set',
    address: ['id'],
    answer: async ({ ctx, address: { id } }) => {
      await setCampaignState(ctx, id, { do: name })
      return { redirect: `/staff/campaigns/${id}?done=${name}` }
    },
  })
}
