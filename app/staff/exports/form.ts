import { again } from '@/app/_server/forms/make-form'
import { staffForm } from '@/app/_server/forms/staff-form'
import { chosenCampaign } from '@/lib/campaigns/chosen-campaign'
import { londonDay } from '@/lib/kernel/time/day'
import { exportContacts } from '@/lib/supporters/contacts/export'
import { contactsInput } from '@/lib/supporters/contacts/input'

/** Gives out opted-in contacts as a file. A form, so that no link of another site can begin it. */
export const form = staffForm({
  verb: 'contacts.export',
  input: contactsInput,
  answer: async ({ ctx, input: { campaign: named, from, to, encoding }, typed }) => {
    const chosen = await chosenCampaign(ctx, named)
    if ('fault' in chosen) return again(typed, [{ field: 'campaign', message: chosen.fault }])
    const campaign = chosen.campaign?.slug ?? 'all'
    const which = { campaignId: chosen.campaign?.id ?? null, campaign, from, to, bom: encoding === 'bom' }
    const write = await exportContacts(ctx, which)
    return {
      file: { name: `contacts-${campaign}-${londonDay(ctx.now())}.csv`, type: 'text/csv; charset=utf-8', write },
    }
  },
})
