import { turnOf } from '@/app/_server/caller/limit-caller'
import { again, left, publicForm, typedIn } from '@/app/_server/forms/make-form'
import { emailFault, emailFaultWords, emailIn } from '@/lib/kernel/email-address'
import { mailboxKey } from '@/lib/limits/mailbox-key'
import { askForMyDataLink } from '@/lib/privacy/ask-for-my-data-link'

/** Sends a link to a person's data to their e-mail; the answer is the same where there are none. */
export const form = publicForm({
  answer: async ({ ctx, sent }) => {
    const typed = typedIn(sent, ['email'])
    const taken = await turnOf(ctx, 'resend')
    if (!taken.allowed) return { ...left('soon', typed), status: 429, retryAt: taken.retryAt }
    const email = emailIn(typed.email)
    const fault = emailFault(email)
    if (fault) return again(typed, [{ field: 'email', message: emailFaultWords[fault] }])
    // By address too, so that nobody's mailbox is flooded from many places.
    const mailed = await turnOf(ctx, 'submit-email', `my data ${mailboxKey(email)}`)
    if (!mailed.allowed) return { ...left('soon', typed), status: 429, retryAt: mailed.retryAt }
    await askForMyDataLink(ctx, email)
    return { redirect: '/my-data?done=sent' }
  },
})
