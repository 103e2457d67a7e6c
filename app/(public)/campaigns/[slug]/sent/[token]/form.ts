import { turnOf } from '@/app/_server/caller/limit-caller'
import { textOf } from '@/app/_server/forms/fields'
import { again, left, publicForm } from '@/app/_server/forms/make-form'
import { answerCode } from '@/app/_server/letter/answer-code'
import { blockedDomain } from '@/app/_server/letter/blocked-domain'
import type { Context } from '@/lib/kernel/context'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { changeEmail } from '@/lib/letters/confirming/change-email'
import { resendConfirmation } from '@/lib/letters/confirming/send-confirmation-again'
import { mailboxKey } from '@/lib/limits/mailbox-key'
import { supporterDetails } from '@/lib/supporters/input'

/**
 * The code from the e-mail; or "Send the e-mail again"; or, with an address, "Wrong address? Change it". The answer is
 * the same whether or not this person has signed, now or before.
 */
export const form = publicForm({
  address: ['slug', 'token'],
  answer: async ({ ctx, sent, address: { slug, token } }) => {
    if (sent.has('code')) {
      const link = await readLink(ctx, 'sent', token)
      if (!link?.letterId || link.expired) return { ...left('gone'), status: link ? 410 : 404 }
      return answerCode(ctx, link.letterId, textOf(sent, 'code'))
    }
    const email = textOf(sent, 'email')
    const taken = await turnOf(ctx, 'resend')
    if (!taken.allowed) return { ...left('often', { email }), status: 429, retryAt: taken.retryAt }
    const link = await readLink(ctx, 'sent', token)
    if (!link?.letterId || link.expired) return { ...left('gone', { email }), status: link ? 410 : 404 }
    if (sent.has('email')) return changed(ctx, link.letterId, email)
    const resent = await resendConfirmation(ctx, link.letterId)
    if (resent === 'asked') return { redirect: `/campaigns/${slug}/sent/${token}?done=asked` }
    return { ...left(resent, { email }), status: 429 }
  },
})

async function changed(ctx: Context, letterId: string, typed: string) {
  const parsed = supporterDetails.shape.email.safeParse(typed)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return again({ email: typed }, [{ field: 'email', message: issue?.message ?? '' }])
  }
  const email = parsed.data
  const blocked = await blockedDomain(ctx, email)
  if (blocked.length > 0) return again({ email }, blocked)
  const turn = await turnOf(ctx, 'submit-email', mailboxKey(email))
  if (!turn.allowed) return { ...left('often', { email }), status: 429, retryAt: turn.retryAt }
  const outcome = await changeEmail(ctx, letterId, email)
  if (outcome === 'gone') return { ...left('gone', { email }), status: 410 }
  if (outcome === 'spent') return { ...left('changes-spent', { email }), status: 429 }
  return left('changed', { email })
}
