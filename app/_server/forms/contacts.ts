import type { FormAnswer } from '@/app/_server/form-answer'
import type { FieldFault } from '@/app/_server/form-state'
import { listCampaigns } from '@/lib/campaigns/list'
import { londonDay } from '@/lib/kernel/time/day'
import { exportContacts } from '@/lib/supporters/contacts/export'
import { contactsInput } from '@/lib/supporters/contacts/input'
import { faultsOf, textOf } from './fields'
import { staffForm } from './old-staff-form'

/** Gives out opted-in contacts as a file. A form, so that no link of another site can begin it. */
export const contactsForm = staffForm('contacts.export', async (ctx, form): Promise<FormAnswer> => {
  const values = {
    campaign: textOf(form, 'campaign'),
    from: textOf(form, 'from'),
    to: textOf(form, 'to'),
    encoding: textOf(form, 'encoding'),
  }
  const parsed = contactsInput.safeParse(values)
  if (!parsed.success) return faulty(values, faultsOf(parsed.error))
  const { campaign, from, to, encoding } = parsed.data
  const chosen = (await listCampaigns(ctx)).find(({ slug }) => slug === campaign)
  if (!chosen && campaign !== 'all')
    return faulty(values, [{ field: 'campaign', message: 'There is no such campaign' }])
  const which = { campaignId: chosen?.id ?? null, campaign, from, to, bom: encoding === 'bom' }
  const write = await exportContacts(ctx, which)
  const name = `contacts-${campaign}-${londonDay(ctx.now())}.csv`
  return { file: { name, type: 'text/csv; charset=utf-8', write } }
})

function faulty(values: Record<string, string>, faults: FieldFault[]): FormAnswer {
  return { show: { form: 'contacts', values, faults, done: null }, status: 422 }
}
