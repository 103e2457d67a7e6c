import { acceptAttempt } from '@/lib/delivery/ledger/accept-attempt'
import type { Context } from '@/lib/kernel/context'
import { cameBack } from './bounced'
import { complained } from './complained'
import { delivered } from './delivered'
import type { Attempt } from './find-attempt'
import { letterOf } from './find-letter'
import type { MailEvent } from './input'
import { noteAfterwards } from './note-afterwards'

const PROVES_TAKEN = [
  'email.sent',
  'email.delivered',
  'email.delivery_delayed',
  'email.bounced',
  'email.complained',
  'email.failed',
  'email.suppressed',
]

/** Moves a letter as the mail service tells of it, in the caller's transaction. Gives what changed, or `null`. */
export async function applyToLetter(ctx: Context, attempt: Attempt, event: MailEvent): Promise<string | null> {
  const isNews = PROVES_TAKEN.includes(event.type) && attempt.outcome !== 'accepted'
  if (isNews) await acceptAttempt(ctx, { ...attempt, providerId: event.providerId, reflected: false })
  return (await told(ctx, attempt, event)) ?? (isNews ? 'accepted' : null)
}

async function told(ctx: Context, attempt: Attempt, event: MailEvent): Promise<string | null> {
  const letter = await letterOf(ctx, attempt)
  if (!letter) return null
  if (event.type === 'email.complained') return complained(ctx, letter)
  if (event.type === 'email.delivered') return delivered(ctx, attempt, letter, event)
  return (event.bounce && (await cameBack(ctx, attempt, letter, event))) || noteAfterwards(ctx, letter, event)
}
