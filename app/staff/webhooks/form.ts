import { faultsOf } from '@/app/_server/forms/fields'
import { again, left, showAt, typedIn } from '@/app/_server/forms/make-form'
import { staffForm } from '@/app/_server/forms/staff-form'
import { chosenCampaign } from '@/lib/campaigns/chosen-campaign'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { webhookInput } from '@/lib/webhooks/input'
import { addWebhook } from '@/lib/webhooks/staff/add'
import { added } from './[webhook]/form'

/** Adds a webhook, and shows its secret on its page, this once. */
export const form = staffForm({
  verb: 'webhooks.set',
  answer: async ({ ctx, sent }) => {
    const typed = typedIn(sent, ['address', 'campaign', 'told'])
    const chosen = await chosenCampaign(ctx, typed.campaign)
    const campaign = 'fault' in chosen ? '' : (chosen.campaign?.id ?? '')
    const parsed = webhookInput(ctx.env).safeParse({ ...typed, campaign })
    const faults = [
      ...(parsed.success ? [] : faultsOf(parsed.error)),
      ...('fault' in chosen ? [{ field: 'campaign', message: chosen.fault }] : []),
    ]
    if (!parsed.success || faults.length > 0) return again(typed, faults)
    try {
      const { id, secret } = await addWebhook(ctx, parsed.data)
      return showAt(`/staff/webhooks/${id}`, added, left('added', { secret }))
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error
      return again(typed, [{ field: 'address', message: error.message }])
    }
  },
})
