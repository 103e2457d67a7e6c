import { z } from 'zod'
import type { Context } from './context'
import { keptSetting } from './setting'

/** The longest that personal things are kept: an administrator can shorten it, and nobody can lengthen it. */
export const longestPeriods = {
  /** Days that a letter's text and address outlive its delivery or failure. */
  letterTextDays: 28,
  /** Months after a campaign's close for which a supporter without updates is kept … */
  monthsAfterClose: 6,
  /** … or months after signing, whichever is first. */
  monthsAfterSigning: 12,
} as const

/** What an administrator can shorten. */
export const shortenable = ['letterTextDays', 'monthsAfterClose', 'monthsAfterSigning'] as const
export type Periods = Record<(typeof shortenable)[number], number>

/** The setting under which the periods are kept, each change with the moment from which it counts. */
export const KEEPING = 'keeping'

const upTo = (most: number) => z.int().min(1).max(most)
const kept = z.array(
  z.object({
    letterTextDays: upTo(longestPeriods.letterTextDays),
    monthsAfterClose: upTo(longestPeriods.monthsAfterClose),
    monthsAfterSigning: upTo(longestPeriods.monthsAfterSigning),
    since: z.coerce.date(),
  }),
)

/** Periods, and until when they were promised; `null` for those that are promised now. */
export type Promised = Periods & { until: Date | null }

/**
 * Every promise that was ever shown, oldest first. What was stored while one was shown is kept no longer than it
 * says, whatever was promised to others later.
 */
export async function everyPromise(ctx: Pick<Context, 'db'>): Promise<Promised[]> {
  const changes = kept.parse((await keptSetting(ctx, KEEPING)) ?? [])
  return [longestPeriods, ...changes].map(({ letterTextDays, monthsAfterClose, monthsAfterSigning }, i) => ({
    letterTextDays,
    monthsAfterClose,
    monthsAfterSigning,
    until: changes[i]?.since ?? null,
  }))
}

/** What is promised now. */
export async function currentPeriods(ctx: Pick<Context, 'db'>): Promise<Periods> {
  const { until: _, ...periods } = (await everyPromise(ctx)).at(-1) ?? { ...longestPeriods, until: null }
  return periods
}
