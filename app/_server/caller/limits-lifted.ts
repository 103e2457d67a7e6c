import { currentExchange } from '@/app/_server/exchange'
import { env } from '@/lib/kernel/env'

/** Whether `LIMITS=off` lifts limits for whoever asks: it does for people who try the installation on its own machine. */
export function limitsLifted(): boolean {
  return env().limitsOff && currentExchange().isLocal
}
