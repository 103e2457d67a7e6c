import { z } from 'zod'
import { ANSWER_KEPT_DAYS } from '../directory/live/keep-answer'
import type { Context } from '../kernel/context'
import { keptSetting } from '../kernel/setting'
import { ANSWERS_KEPT_DAYS, DELIVERIES_KEPT_DAYS } from '../webhooks/forget'

/** The longest that things are kept: an administrator can shorten some of it, and nobody can lengthen it. */
export const keeping = {
  /** Days after which an unconfirmed sign-up is erased, whole. */
  unconfirmedDays: 7,
  /** Days that a letter's text and address outlive its delivery or failure. */
  letterTextDays: 28,
  /** Months after a campaign's close for which a supporter without updates is kept … */
  monthsAfterClose: 6,
  /** … or months after signing, whichever is first. */
  monthsAfterSigning: 12,
  /** Days for which the answer of a live source is kept, under a keyed hash of the postcode. */
  lookUpDays: ANSWER_KEPT_DAYS,
  /** Days that is kept how a supporter was passed on to the operator's own systems … */
  webhookDays: DELIVERIES_KEPT_DAYS,
  /** … and what one of these said on refusing. */
  webhookAnswerDays: ANSWERS_KEPT_DAYS,
} as const

/** What an administrator can shorten. */
export const shortenable = ['letterTextDays', 'monthsAfterClose', 'monthsAfterSigning'] as const
export type Periods = Record<(typeof shortenable)[number], number>

const upTo = (most: number) => z.int().min(1).max(most)
const typedUpTo = (most: number) => {
  const error = `Enter a whole number from 1 to ${most}`
  return z
    .string()
    .trim()
    .regex(/^\d{1,2}$/, { error })
    .transform(Number)
    .refine((n) => n >= 1 && n <= most, { error })
}

const periods = z.object({
  letterTextDays: upTo(keeping.letterTextDays),
  monthsAfterClose: upTo(keeping.monthsAfterClose),
  monthsAfterSigning: upTo(keeping.monthsAfterSigning),
})

/** Periods as a form sends them: none is longer than the longest. */
export const periodsInput = z.object({
  letterTextDays: typedUpTo(keeping.letterTextDays),
  monthsAfterClose: typedUpTo(keeping.monthsAfterClose),
  monthsAfterSigning: typedUpTo(keeping.monthsAfterSigning),
})

/** The setting under which the periods are kept, each change with the moment from which it counts. */
export const KEEPING = 'keeping'

const kept = z.array(periods.extend({ since: z.coerce.date() }))

/** Periods, and until when they were promised; `null` for those that are promised now. */
export type Promised = Periods & { until: Date | null }

/**
 * Every promise that was ever shown, oldest first. What was stored while one was shown is kept no longer than it
 * says, whatever was promised to others later.
 */
export async function everyPromise(ctx: Pick<Context, 'db'>): Promise<Promised[]> {
  const changes = kept.parse((await keptSetting(ctx, KEEPING)) ?? [])
  return [keeping, ...changes].map(({ letterTextDays, monthsAfterClose, monthsAfterSigning }, i) => ({
    letterTextDays,
    monthsAfterClose,
    monthsAfterSigning,
    until: changes[i]?.since ?? null,
  }))
}

/** How long each thing is kept. */
export type Keeping = Record<keyof typeof keeping, number>

/** How long things are kept, as `/privacy` states it now. */
export async function currentKeeping(ctx: Pick<Context, 'db'>): Promise<Keeping> {
  const { until: _, ...shortened } = (await everyPromise(ctx)).at(-1) ?? { until: null }
  return { ...keeping, ...shortened }
}
