import { textOf } from '@/app/_server/forms/fields'
import { again, left } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { chosenCampaign } from '@/lib/campaigns/chosen-campaign'
import { isId } from '@/lib/kernel/id'
import { londonDay } from '@/lib/kernel/time/day'
import { createApiKey } from '@/lib/staff/api-keys/create'
import { keyInput } from '@/lib/staff/api-keys/input'
import { revokeApiKey } from '@/lib/staff/api-keys/revoke'

/** Makes a key: the page that comes back is the only one that ever shows it. */
export const create = staffForm({
  verb: 'api-keys.create',
  input: (ctx) => keyInput(londonDay(ctx.now())),
  answer: async ({ ctx, input: { name, lastDay, campaign: named }, typed }) => {
    const chosen = await chosenCampaign(ctx, named)
    if ('fault' in chosen) return again(typed, [{ field: 'campaign', message: chosen.fault }])
    const key = await createApiKey(ctx, { name, campaign: chosen.campaign, scopes: ['figures:read'], lastDay })
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
