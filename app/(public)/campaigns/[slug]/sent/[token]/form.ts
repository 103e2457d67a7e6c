import { turnOf } from '@/app/_server/caller/limit-caller'
import { left, publicForm } from '@/app/_server/forms/make-form'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { resendConfirmation } from '@/lib/letters/confirming/send-confirmation-again'

/** "Send the e-mail again". The answer is the same whether or not this person has signed, now or before. */
export const form = publicForm({
  address: ['token'],
  answer: async ({ ctx, address: { token } }) => {
    const taken = await turnOf(ctx, 'resend')
    if (!taken.allowed) return { ...left('often'), status: 429, retryAt: taken.retryAt }
    const link = await readLink(ctx, 'sent', token)
    if (!link?.letterId || link.expired) return { ...left('gone'), status: link ? 410 : 404 }
    const resent = await resendConfirmation(ctx, link.letterId)
    return { ...left(resent), ...(resent !== 'asked' && { status: 429 }) }
  },
})
