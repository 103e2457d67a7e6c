import { sumsOf } from '@/lib/figures/dashboard/sums'
import type { Context } from '@/lib/kernel/context'
import { addDays, londonDay } from '@/lib/kernel/time/day'
import { lettersByState } from '@/lib/letters/count-by-state'
import { hadLetters } from './delete-campaign'

/** What hangs on a campaign at this moment, for whoever is asked whether to change its life. */
export type Standing = {
  /** Letters that are confirmed and on their way: they wait, are held, or are being sent. */
  waiting: number
  /** Letters whose writers have not confirmed them yet. */
  unconfirmed: number
  /** Letters that have been sent, whatever became of them. */
  sent: number
  /** Whether anybody has ever written. */
  hadLetters: boolean
  /** Visits of its page, and of its frames on other sites, in this day and the six before. */
  visits: number
}

/** Counts what hangs on a campaign. */
export async function standingOf(ctx: Context, campaignId: string): Promise<Standing> {
  const today = londonDay(ctx.now())
  const [byState, sums, had] = await Promise.all([
    lettersByState(ctx, campaignId),
    sumsOf(ctx, { campaignId, from: addDays(today, -6), to: today }),
    hadLetters(ctx, campaignId),
  ])
  const count = (...states: (typeof byState)[number]['state'][]) =>
    byState.filter(({ state }) => states.includes(state)).reduce((sum, { letters }) => sum + letters, 0)
  return {
    waiting: count('queued', 'sending', 'held'),
    unconfirmed: count('unconfirmed'),
    sent: count('accepted', 'delivered', 'bounced'),
    hadLetters: had,
    visits: sums.viewed,
  }
}
