import type { FormAnswer } from '@/app/_server/form-answer'
import { Refusal } from '@/lib/kernel/faults/errors'
import { isId } from '@/lib/kernel/id'
import { parseLondonTime } from '@/lib/kernel/time/london-time'
import { removeWebhook } from '@/lib/webhooks/staff/remove'
import { replayFailed } from '@/lib/webhooks/staff/replay'
import { rotateSecret } from '@/lib/webhooks/staff/rotate'
import { testWebhook } from '@/lib/webhooks/staff/send-test'
import { switchWebhookOff, switchWebhookOn } from '@/lib/webhooks/staff/switch'
import { textOf } from './fields'
import { staffForm, staffForms } from './old-staff-form'

const testForm = staffForm('webhooks.set', async (ctx, _form, { webhook = '' }): Promise<FormAnswer> => {
  if (!(await testWebhook(ctx, webhook))) throw gone()
  return backTo(webhook, 'test')
})

const offForm = staffForm('webhooks.set', async (ctx, _form, { webhook = '' }): Promise<FormAnswer> => {
  await switchWebhookOff(ctx, webhook)
  return backTo(webhook, 'off')
})

const onForm = staffForm('webhooks.set', async (ctx, _form, { webhook = '' }): Promise<FormAnswer> => {
  await switchWebhookOn(ctx, webhook)
  return backTo(webhook, 'on')
})

const removeForm = staffForm('webhooks.set', async (ctx, _form, { webhook = '' }): Promise<FormAnswer> => {
  await removeWebhook(ctx, webhook)
  return { redirect: '/staff/webhooks?done=removed' }
})

const rotateForm = staffForm('webhooks.set', async (ctx, form, { webhook = '' }): Promise<FormAnswer> => {
  const madeAt = new Date(textOf(form, 'made'))
  const endOldNow = textOf(form, 'old') === 'ends'
  const secret = Number.isNaN(madeAt.getTime()) ? null : await rotateSecret(ctx, { id: webhook, madeAt, endOldNow })
  if (!secret) return faulty('rotate', 'The secret was replaced meanwhile: nothing was changed just now')
  return { show: { form: 'webhook', values: { secret }, faults: [], done: 'rotated' } }
})

const replayForm = staffForm('webhooks.replay', async (ctx, form, { webhook = '' }): Promise<FormAnswer> => {
  const delivery = textOf(form, 'delivery')
  return replayed(webhook, isId(delivery) ? await replayFailed(ctx, webhook, { delivery }) : 0)
})

const replaySinceForm = staffForm('webhooks.replay', async (ctx, form, { webhook = '' }): Promise<FormAnswer> => {
  const since = parseLondonTime(`${textOf(form, 'since')}T00:00`)
  if (!since) return faulty('since', 'Enter a date like 2026-11-24', { since: textOf(form, 'since') })
  return replayed(webhook, await replayFailed(ctx, webhook, { since }))
})

/** What is done to one webhook, on its page. */
export const webhookForms = staffForms({
  test: testForm,
  off: offForm,
  on: onForm,
  rotate: rotateForm,
  replay: replayForm,
  'replay-since': replaySinceForm,
  remove: removeForm,
})

function backTo(webhook: string, done: string): FormAnswer {
  return { redirect: `/staff/webhooks/${webhook}?done=${done}` }
}

function replayed(webhook: string, many: number): FormAnswer {
  return { redirect: `/staff/webhooks/${webhook}?done=replayed&many=${many}` }
}

function faulty(field: string, message: string, values: Record<string, string> = {}): FormAnswer {
  return { show: { form: 'webhook', values, faults: [{ field, message }], done: null }, status: 422 }
}

function gone(): Refusal {
  return new Refusal('not-found', 'There is no such webhook.')
}
