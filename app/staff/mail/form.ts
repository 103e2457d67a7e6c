import { again, left, typedIn } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { emailFault, emailFaultWords, emailIn } from '@/lib/kernel/email-address'
import { checkMessage, checkSenderDomain, checkWebhook } from '@/lib/mailer/preflight/check-sender-domain'
import { allowMailDomain } from '@/lib/staff/allow-mail-domain'
import { allowMailbox } from '@/lib/staff/allow-mailbox'

/** Looks at the records and the webhook once more. */
export const check = staffForm({
  verb: 'mail.check',
  answer: async ({ ctx }) => {
    await checkSenderDomain(ctx)
    const webhook = await checkWebhook(ctx)
    return left({ checks: webhook ? [webhook] : [] })
  },
})

/** Sends a test message, and says whether it was taken. */
export const test = staffForm({
  verb: 'mail.check',
  answer: async ({ ctx, sent }) => {
    const to = emailIn(typedIn(sent, ['to']).to)
    // Into the local mailbox goes mail to anybody, the first administrator's `admin@localhost` among them.
    const fault = emailFault(to, { dotless: ctx.env.mailIsLocal })
    if (fault) return again({ to }, [{ field: 'to', message: emailFaultWords[fault] }])
    return left({ checks: [await checkMessage(ctx, to)] }, { to })
  },
})

const allow = staffForm({
  verb: 'mail.allow',
  answer: async ({ ctx }) => {
    await allowMailDomain(ctx)
    return { redirect: '/staff/mail' }
  },
})

/** Takes a mailbox off the list of those that want no mail, for its owner who has asked. */
export const takeOffList = staffForm({
  verb: 'mail.allow',
  answer: async ({ ctx, sent }) => {
    const mailbox = emailIn(typedIn(sent, ['mailbox']).mailbox)
    const fault = emailFault(mailbox)
    if (fault) return again({ mailbox }, [{ field: 'mailbox', message: emailFaultWords[fault] }])
    return left((await allowMailbox(ctx, mailbox)) ? 'allowed' : 'not-listed', { mailbox })
  },
})

/** The forms of the page about mail. */
export const form = staffForms({ check, test, allow, 'allow-mailbox': takeOffList })
