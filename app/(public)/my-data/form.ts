import { turnOf } from '@/app/_server/caller/limit-caller'
import { again, left, publicForm, typedIn } from '@/app/_server/forms/make-form'
import { mailboxKey } from '@/lib/limits/mailbox-key'
import { askForMyDataLink } from '@/lib/privacy/ask-for-my-data-link'
import { isEmail } from '@/lib/supporters/input'

/** Sends a link to a person's data to their e-mail; the answer is the same where there are none. */
export const form = publicForm({
  answer: async ({ ctx, sent }) => {
    const typed = typedIn(sent, ['email'])
    const taken = await turnOf(ctx, 'resend')
    if (!taken.allowed) return { ...left('soon', typed), status: 429, retryAt: taken.retryAt }
    if (!isEmail(typed.email.trim())) {
      return again(typed, [{ field: 'email', message: 'Enter an e-mail address like name@example.org' }])
    }
    // By address too, so that nobody's mailbox is flooded from many places.
    const mailed = await turnOf(ctx, 'submit-email', `my data ${mailboxKey(typed.email)}`)
    if (!mailed.allowed) return { ...left('soon', typed), status: 429, retryAt: mailed.retryAt }
    await askForMyDataLink(ctx, typed.email)
    return left('sent', typed)
  },
})
