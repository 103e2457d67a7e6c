import { textOf } from '@/app/_server/forms/fields'
import { again } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { findStaffCampaign } from '@/lib/campaigns/find-for-staff'
import { makeLink, newLink, removeLink } from '@/lib/campaigns/spread/links'
import { mayBeSpread } from '@/lib/campaigns/spread/may-be-spread'
import type { Context } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { isId } from '@/lib/kernel/id'

export const make = staffForm({
  verb: 'campaigns.spread',
  address: ['id'],
  input: newLink,
  answer: async ({ ctx, address: { id }, input, typed }) => {
    await assertSpread(ctx, id)
    const outcome = await makeLink(ctx, id, input)
    if (outcome === 'made') return { redirect: `/staff/campaigns/${id}/spread?done=made#links` }
    const message =
      outcome === 'there'
        ? 'There is a link of that name and channel already: it stands in the list'
        : 'A campaign has 500 links at most: take some off the list first'
    return again(typed, [{ field: 'name', message }])
  },
})

const remove = staffForm({
  verb: 'campaigns.spread',
  address: ['id'],
  answer: async ({ ctx, sent, address: { id } }) => {
    await assertSpread(ctx, id)
    const link = textOf(sent, 'link')
    if (isId(link)) await removeLink(ctx, id, link)
    return { redirect: `/staff/campaigns/${id}/spread?done=removed#links` }
  },
})

/** Makes links with names, and takes them off the list. */
export const form = staffForms({ make, remove })

async function assertSpread(ctx: Context, id: string): Promise<void> {
  const campaign = await findStaffCampaign(ctx, id)
  if (!campaign || !mayBeSpread(ctx, campaign)) throw new Refusal('not-found', 'There is no such campaign.')
}
