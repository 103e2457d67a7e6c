import type { FormAnswer } from '@/app/_server/form-answer'
import type { FieldFault } from '@/app/_server/form-state'
import { listCampaigns } from '@/lib/campaigns/list'
import { isId } from '@/lib/kernel/id'
import { londonDay } from '@/lib/kernel/time/day'
import { createApiKey } from '@/lib/staff/api-keys/create'
import { keyInput } from '@/lib/staff/api-keys/input'
import { revokeApiKey } from '@/lib/staff/api-keys/revoke'
import { faultsOf, textOf } from './fields'
import { staffForm, staffForms } from './old-staff-form'

/** Makes a key: the page that comes back is the only one that ever shows it. */
const createForm = staffForm('api-keys.create', async (ctx, form): Promise<FormAnswer> => {
  const values = { name: textOf(form, 'name'), campaign: textOf(form, 'campaign'), lastDay: textOf(form, 'lastDay') }
  const parsed = keyInput(londonDay(ctx.now())).safeParse(values)
  if (!parsed.success) return faulty(values, faultsOf(parsed.error))
  const { name, lastDay } = parsed.data
  const campaign = (await listCampaigns(ctx)).find(({ slug }) => slug === parsed.data.campaign) ?? null
  if (!campaign && parsed.data.campaign !== 'all') {
    return faulty(values, [{ field: 'campaign', message: 'There is no such campaign' }])
  }
  const key = await createApiKey(ctx, { name, campaign, scopes: ['figures:read'], lastDay })
  return { show: { form: 'api-keys', values: { name }, faults: [], done: key } }
})

const revokeForm = staffForm('api-keys.revoke', async (ctx, form): Promise<FormAnswer> => {
  const id = textOf(form, 'key')
  if (isId(id)) await revokeApiKey(ctx, id)
  return { redirect: '/staff/api-keys?done=revoked' }
})

/** The forms of the page about keys for programs. */
export const apiKeyForms = staffForms({ create: createForm, revoke: revokeForm })

function faulty(values: Record<string, string>, faults: FieldFault[]): FormAnswer {
  return { show: { form: 'api-keys', values, faults, done: null }, status: 422 }
}
