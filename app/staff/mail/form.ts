import { again, left, typedIn } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { emailFault, emailFaultWords, emailIn, isEmail } from '@/lib/kernel/email-address'
import { checkMessage, checkSenderDomain, checkWebhook } from '@/lib/mailer/preflight/check-sender-domain'
import { allowMailDomain } from '@/lib/staff/allow-mail-domain'
import { allowMailbox } from '@/lib/staff/allow-mailbox'

/** Looks at everything once more, and sends a test message where an address is given. */
export const check = staffForm({
  verb: 'mail.check',
  answer: async ({ ctx, sent }) => {
    const to = emailIn(typedIn(sent, ['to']).to)
    if (to && !isEmail(to)) return again({ to }, [{ field: 'to', message: 'Give one e-mail address, or none' }])
    await checkSenderDomain(ctx)
    const checks = [await checkWebhook(ctx), to ? await checkMessage(ctx, to) : null]
    return left({ checks: checks.filter((each) => each !== null) }, { to })
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
export const form = staffForms({ check, allow, 'allow-mailbox': takeOffList })
