import type { FormAnswer } from '@/app/_server/form-answer'
import type { FieldFault } from '@/app/_server/form-state'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { webhookInput } from '@/lib/webhooks/input'
import { addWebhook } from '@/lib/webhooks/staff/add'
import { faultsOf, textOf } from './fields'
import { staffForm } from './old-staff-form'

/** Adds a webhook, and shows its secret on its page, this once. */
export const addWebhookForm = staffForm('webhooks.set', async (ctx, form): Promise<FormAnswer> => {
  const values = { address: textOf(form, 'address'), campaign: textOf(form, 'campaign'), told: textOf(form, 'told') }
  const parsed = webhookInput(ctx.env).safeParse(values)
  if (!parsed.success) return faulty(values, faultsOf(parsed.error))
  try {
    const { id, secret } = await addWebhook(ctx, parsed.data)
    return {
      show: { form: 'webhook', values: { secret }, faults: [], done: 'added' },
      at: `/staff/webhooks/${id}`,
    }
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error
    return faulty(values, [{ field: 'address', message: error.message }])
  }
})

function faulty(values: Record<string, string>, faults: FieldFault[]): FormAnswer {
  return { show: { form: 'webhook-new', values, faults, done: null }, status: 422 }
}
