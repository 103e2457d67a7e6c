import { contextFor } from '@/lib/kernel/context'
import { readLink } from '@/lib/kernel/tokens'
import { resendConfirmation } from '@/lib/letters/resend'
import { takeTurn } from '@/lib/limits/take'
import { currentExchange } from '../exchange'
import type { FormAnswer } from '../form-answer'
import { limitsLifted } from '../limits-lifted'

/** "Send the e-mail again". The answer is the same whether or not this person has signed, now or before. */
export async function resendForm(_form: FormData, { token = '' }: Record<string, string>): Promise<FormAnswer> {
  const ctx = contextFor({ kind: 'supporter' })
  const taken = await takeTurn('resend', currentExchange().clientAddress, ctx.now(), limitsLifted())
  if (!taken.allowed) return { show: state('soon'), status: 429, retryAt: taken.retryAt }
  const link = await readLink(ctx, 'sent', token)
  if (!link?.letterId || link.expired) return { show: state('gone'), status: link ? 410 : 404 }
  const resent = await resendConfirmation(ctx, link.letterId)
  return { show: state(resent), ...(resent !== 'asked' && { status: 429 }) }
}

function state(done: string) {
  return { form: 'resend' as const, values: {}, faults: [], done }
}
