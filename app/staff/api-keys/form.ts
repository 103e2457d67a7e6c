import { textOf } from '@/app/_server/forms/fields'
import { again, left } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { listCampaigns } from '@/lib/campaigns/list'
import { isId } from '@/lib/kernel/id'
import { londonDay } from '@/lib/kernel/time/day'
import { createApiKey } from '@/lib/staff/api-keys/create'
import { keyInput } from '@/lib/staff/api-keys/input'
import { revokeApiKey } from '@/lib/staff/api-keys/revoke'

/** Makes a key: the page that comes back is the only one that ever shows it. */
export const create = staffForm({
  verb: 'api-keys.create',
  input: (ctx) => keyInput(londonDay(ctx.now())),
  answer: async ({ ctx, input: { name, lastDay, campaign: slug }, typed }) => {
    const campaign = (await listCampaigns(ctx)).find((each) => each.slug === slug) ?? null
    if (!campaign && slug !== 'all') return again(typed, [{ field: 'campaign', message: 'There is no such campaign' }])
    const key = await createApiKey(ctx, { name, campaign, scopes: ['figures:read'], lastDay })
    return left({ key, name })
  },
})

const revoke = staffForm({
  verb: 'api-keys.revoke',
  answer: async ({ ctx, sent }) => {
    const id = textOf(sent, 'key')
    if (isId(id)) await revokeApiKey(ctx, id)
    return { redirect: '/staff/api-keys?done=revoked' }
  },
})

/** The forms of the page about keys for programs. */
export const form = staffForms({ create, revoke })
