import { turnOf } from '@/app/_server/caller/limit-caller'
import { textOf } from '@/app/_server/forms/fields'
import { left, publicForm } from '@/app/_server/forms/make-form'
import { answerCode } from '@/app/_server/letter/answer-code'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { resendConfirmation } from '@/lib/letters/confirming/send-confirmation-again'

/** The code from the e-mail, or "Send the e-mail again". The answer is the same whether or not this person has signed, now or before. */
export const form = publicForm({
  address: ['token'],
  answer: async ({ ctx, sent, address: { token } }) => {
    if (sent.has('code')) {
      const link = await readLink(ctx, 'sent', token)
      if (!link?.letterId || link.expired) return { ...left('gone'), status: link ? 410 : 404 }
      return answerCode(ctx, link.letterId, textOf(sent, 'code'))
    }
    const taken = await turnOf(ctx, 'resend')
    if (!taken.allowed) return { ...left('often'), status: 429, retryAt: taken.retryAt }
    const link = await readLink(ctx, 'sent', token)
    if (!link?.letterId || link.expired) return { ...left('gone'), status: link ? 410 : 404 }
    const resent = await resendConfirmation(ctx, link.letterId)
    return { ...left(resent), ...(resent !== 'asked' && { status: 429 }) }
  },
})
