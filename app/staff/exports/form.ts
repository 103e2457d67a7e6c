import { again } from '@/app/_server/forms/make-form'
import { staffForm } from '@/app/_server/forms/staff-form'
import { listCampaigns } from '@/lib/campaigns/list'
import { londonDay } from '@/lib/kernel/time/day'
import { exportContacts } from '@/lib/supporters/contacts/export'
import { contactsInput } from '@/lib/supporters/contacts/input'

/** Gives out opted-in contacts as a file. A form, so that no link of another site can begin it. */
export const form = staffForm({
  verb: 'contacts.export',
  input: contactsInput,
  answer: async ({ ctx, input: { campaign, from, to, encoding }, typed }) => {
    const chosen = (await listCampaigns(ctx)).find(({ slug }) => slug === campaign)
    if (!chosen && campaign !== 'all') {
      return again(typed, [{ field: 'campaign', message: 'There is no such campaign' }])
    }
    const which = { campaignId: chosen?.id ?? null, campaign, from, to, bom: encoding === 'bom' }
    const write = await exportContacts(ctx, which)
    return {
      file: { name: `contacts-${campaign}-${londonDay(ctx.now())}.csv`, type: 'text/csv; charset=utf-8', write },
    }
  },
})
