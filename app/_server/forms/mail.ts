import type { FormAnswer } from '@/app/_server/form-answer'
import { checkMessage, checkSenderDomain, checkWebhook } from '@/lib/mailer/preflight/run'
import { allowMailDomain } from '@/lib/staff/allow-mail-domain'
import { allowMailbox } from '@/lib/staff/allow-mailbox'
import { isEmail } from '@/lib/supporters/input'
import { textOf } from './fields'
import { staffForm, staffForms } from './old-staff-form'

/** Looks at everything once more, and sends a test message where an address is given. */
const checkForm = staffForm('mail.check', async (ctx, form): Promise<FormAnswer> => {
  const to = textOf(form, 'to').trim()
  const values = { to }
  if (to && !isEmail(to)) {
    const faults = [{ field: 'to', message: 'Give one e-mail address, or none' }]
    return { show: { form: 'mail', values, faults, done: null }, status: 422 }
  }
  await checkSenderDomain(ctx)
  const more = [await checkWebhook(ctx), to ? await checkMessage(ctx, to) : null].filter((check) => check !== null)
  return { show: { form: 'mail', values: { ...values, more: JSON.stringify(more) }, faults: [], done: 'checked' } }
})

const allowForm = staffForm('mail.allow', async (ctx): Promise<FormAnswer> => {
  await allowMailDomain(ctx)
  return { redirect: '/staff/mail' }
})

/** Takes a mailbox off the list of those that want no mail, for its owner who has asked. */
const allowMailboxForm = staffForm('mail.allow', async (ctx, form): Promise<FormAnswer> => {
  const mailbox = textOf(form, 'mailbox').trim()
  const shown = { form: 'allow-mailbox' as const, values: { mailbox } }
  if (!isEmail(mailbox)) {
    const faults = [{ field: 'mailbox', message: 'Enter an e-mail address like name@example.org' }]
    return { show: { ...shown, faults, done: null }, status: 422 }
  }
  const lifted = await allowMailbox(ctx, mailbox)
  return { show: { ...shown, faults: [], done: lifted ? 'allowed' : 'not-listed' } }
})

/** The forms of the page about mail. */
export const mailForms = staffForms({ check: checkForm, allow: allowForm, 'allow-mailbox': allowMailboxForm })
