import { checkMessage, checkSenderDomain, checkWebhook } from '@/lib/mailer/preflight/run'
import { allowMailDomain } from '@/lib/staff/allow-mail-domain'
import { isEmail } from '@/lib/supporters/input'
import type { FormAnswer } from '../form-answer'
import { textOf } from './fields'
import { staffForm, staffForms } from './staff-form'

/** Looks at everything once more, and sends a test message where an address is given. */
const checkForm = staffForm('mail.check', async (ctx, form): Promise<FormAnswer> => {
  const to = textOf(form, 'to').trim()
  const values = { to }
  if (to && !isEmail(to)) {
    const faults = [{ field: 'to', message: 'Give one e-mail address, or none' }]
    return { show: { form: 'mail', values, faults, done: null }, status: 422 }
  }
  await checkSenderDomain(ctx)
  const more = [await checkWebhook(), to ? await checkMessage(ctx, to) : null].filter((check) => check !== null)
  return { show: { form: 'mail', values: { ...values, more: JSON.stringify(more) }, faults: [], done: 'checked' } }
})

const allowForm = staffForm('mail.allow', async (ctx): Promise<FormAnswer> => {
  await allowMailDomain(ctx)
  return { redirect: '/staff/mail' }
})

/** The forms of the page about mail. */
export const mailForms = staffForms({ check: checkForm, allow: allowForm })
