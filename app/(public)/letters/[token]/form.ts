import { turnOf } from '@/app/_server/caller/limit-caller'
import { textOf } from '@/app/_server/forms/fields'
import { left, publicForm } from '@/app/_server/forms/make-form'
import { enqueue } from '@/lib/jobs/enqueue'
import { Refusal } from '@/lib/kernel/faults/errors'
import { resendConfirmation } from '@/lib/letters/confirming/send-confirmation-again'
import { findLinkedLetter } from '@/lib/letters/find'
import { sendMyDataLinkJob } from '@/lib/messages/to-writer/my-data-link'

/**
 * "E-mail me the link": to what is private of the letter, which its page does not show; or "Send the e-mail again", which
 * confirms it.
 */
export const form = publicForm({
  address: ['token'],
  answer: async ({ ctx, sent, address: { token } }) => {
    const { letter } = await findLinkedLetter(ctx, 'letter', token)
    if (!letter) throw new Refusal('not-found', 'There is no such letter.')
    const taken = await turnOf(ctx, 'resend')
    if (!taken.allowed) return { ...left('often'), status: 429, retryAt: taken.retryAt }
    if (textOf(sent, 'act') === 'confirmation') {
      const resent = await resendConfirmation(ctx, letter.id)
      return resent === 'asked' ? { redirect: `/letters/${token}?done=resent` } : { ...left(resent), status: 429 }
    }
    const { supporterId } = letter
    await enqueue(ctx, sendMyDataLinkJob, { supporterId }, { key: `my data ${supporterId}` })
    return { redirect: `/letters/${token}?done=asked` }
  },
})
