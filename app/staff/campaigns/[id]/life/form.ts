import { z } from 'zod'
import { again } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { pauseReason } from '@/lib/campaigns/input'
import { deleteCampaign } from '@/lib/campaigns/life/delete-campaign'
import { type StateChange, setCampaignState } from '@/lib/campaigns/life/set-state'
import type { Context } from '@/lib/kernel/context'

const NOT_NOW = 'Its state has changed meanwhile, and this cannot be done any more. Nothing was changed.'
const whyKept = {
  'not-now': NOT_NOW,
  'has-letters': 'Somebody has written in it, so it stays. It can be archived.',
  'in-use': 'A key for programs or a webhook is for this campaign alone. An administrator has to remove that first.',
}

export const pause = staffForm({
  verb: 'campaigns.set',
  address: ['id'],
  input: z.object({ why: pauseReason }),
  answer: async ({ ctx, address: { id }, input: { why }, typed }) => {
    const outcome = await setCampaignState(ctx, id, { do: 'pause', why })
    if (outcome === 'not-now') return again(typed, [{ field: 'follows', message: NOT_NOW }], 409)
    return { redirect: `/staff/campaigns/${id}?done=pause` }
  },
})

export const close = change('close')
export const unpublish = change('unpublish')
export const archive = change('archive')
export const resume = change('resume')
export const reopen = change('reopen')
export const unarchive = change('unarchive')

export const remove = staffForm({
  verb: 'campaigns.set',
  address: ['id'],
  answer: async ({ ctx, address: { id } }) => {
    const outcome = await deleteCampaign(ctx, id)
    if (outcome === 'done') return { redirect: '/staff/campaigns?done=deleted' }
    return again({}, [{ field: 'follows', message: whyKept[outcome] }], 409)
  },
})

/** What is done to a campaign as a whole. */
export const form = staffForms({ pause, close, unpublish, archive, resume, reopen, unarchive, delete: remove })

function change(name: Exclude<StateChange['do'], 'pause'>) {
  return staffForm({
    verb: 'campaigns.set',
    address: ['id'],
    answer: ({ ctx, address: { id } }) => changed(ctx, id, { do: name }),
  })
}

async function changed(ctx: Context, id: string, asked: StateChange) {
  const outcome = await setCampaignState(ctx, id, asked)
  if (outcome === 'not-now') return again({}, [{ field: 'follows', message: NOT_NOW }], 409)
  return { redirect: `/staff/campaigns/${id}?done=${asked.do}` }
}
