import { turnOf } from '@/app/_server/caller/limit-caller'
import { contextFor } from '@/lib/mailer/process-context'

/** Takes a turn at drawing for whoever asks: `true`, or when to come back. */
export async function mayDraw(): Promise<true | Date> {
  const taken = await turnOf(contextFor({ kind: 'supporter' }), 'drawing')
  return taken.allowed || taken.retryAt
}
