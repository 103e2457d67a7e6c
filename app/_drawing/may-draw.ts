import { currentExchange } from '@/app/_server/exchange'
import { limitsLifted } from '@/app/_server/limits-lifted'
import { takeTurn } from '@/lib/limits/rate-limit'

/** Takes a turn at drawing for whoever asks: `true`, or when to come back. */
export async function mayDraw(): Promise<true | Date> {
  const taken = await takeTurn('drawing', currentExchange().clientAddress, new Date(), limitsLifted())
  return taken.allowed || taken.retryAt
}
