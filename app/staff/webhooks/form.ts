import { again, left, showAt } from '@/app/_server/forms/make-form'
import { staffForm } from '@/app/_server/forms/staff-form'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { webhookInput } from '@/lib/webhooks/input'
import { addWebhook } from '@/lib/webhooks/staff/add'
import { added } from './[webhook]/form'

/** Adds a webhook, and shows its secret on its page, this once. */
export const form = staffForm({
  verb: 'webhooks.set',
  input: ({ env }) => webhookInput(env),
  answer: async ({ ctx, input, typed }) => {
    try {
      const { id, secret } = await addWebhook(ctx, input)
      return showAt(`/staff/webhooks/${id}`, added, left('added', { secret }))
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error
      return again(typed, [{ field: 'address', message: error.message }])
    }
  },
})
