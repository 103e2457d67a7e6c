import { currentExchange } from '@/app/_server/exchange'
import type { Context } from '@/lib/kernel/context'
import { env } from '@/lib/kernel/env'
import type { LimitName } from '@/lib/limits/current-limits'
import { takeTurn } from '@/lib/limits/rate-limit'

/** Takes one turn from a limit: for the connection that asks, unless `who` names what else is counted. */
export function turnOf(ctx: Context, limit: LimitName, who = currentExchange().clientAddress) {
  return takeTurn(ctx, limit, who, limitsLifted())
}

/** Whether `LIMITS=off` lifts limits for whoever asks: it does for people who try the installation on its own machine. */
export function limitsLifted({ isLocal } = currentExchange()): boolean {
  return env().limitsOff && isLocal
}
