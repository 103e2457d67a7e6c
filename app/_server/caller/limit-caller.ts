import { currentExchange } from '@/app/_server/exchange'
import type { Context } from '@/lib/kernel/context'
import type { LimitName } from '@/lib/limits/current-limits'
import { takeTurn } from '@/lib/limits/rate-limit'
import { limitsLifted } from './limits-lifted'

/** Takes one turn from a limit: for the connection that asks, unless `who` names what else is counted. */
export function turnOf(ctx: Context, limit: LimitName, who = currentExchange().clientAddress) {
  return takeTurn(ctx, limit, who, limitsLifted())
}
