import { currentExchange } from '@/app/_server/exchange'
import type { FormAnswer } from '@/app/_server/form-answer'
import { limitsLifted } from '@/app/_server/limits-lifted'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { resendConfirmation } from '@/lib/letters/confirming/resend'
import { takeTurn } from '@/lib/limits/rate-limit'
import { contextFor } from '@/lib/mailer/context-for'

/** "Send the e-mail again". The answer is the same whether or not this person has signed, now or before. */
export async function resendForm(_form: FormData, { token = '' }: Record<string, string>): Promise<FormAnswer> {
  const ctx = contextFor({ kind: 'supporter' })
  const taken = await takeTurn(ctx, 'resend', currentExchange().clientAddress, limitsLifted())
  if (!taken.allowed) return { show: state('soon'), status: 429, retryAt: taken.retryAt }
  const link = await readLink(ctx, 'sent', token)
  if (!link?.letterId || link.expired) return { show: state('gone'), status: link ? 410 : 404 }
  const resent = await resendConfirmation(ctx, link.letterId)
  return { show: state(resent), ...(resent !== 'asked' && { status: 429 }) }
}

function state(done: string) {
  return { form: 'resend' as const, values: {}, faults: [], done }
}
