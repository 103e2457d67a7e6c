import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { setting } from './setting'

/** The longest that personal things are kept: an administrator can shorten it, and nobody can lengthen it. */
export const longestPeriods = {
  /** Days that a letter's text and address outlive its end: its delivery, failure, or posting by its writer. */
  letterTextDays: 28,
  /** Days after its confirming for which a letter waits, for an MP, for its writer or for us. */
  heldDays: 180,
  /** Months after a campaign's close for which a supporter without updates is kept … */
  monthsAfterClose: 6,
  /** … or months after signing, whichever is first. */
  monthsAfterSigning: 12,
} as const

/** The shortest that each can be set to: a letter that waits is warned of before its end. */
export const shortestPeriods = { letterTextDays: 1, heldDays: 28, monthsAfterClose: 1, monthsAfterSigning: 1 } as const

/** Days before the end of its waiting at which a letter's writer is told of it. */
export const WAIT_END_TOLD_DAYS = 14

/** What an administrator can shorten. */
export const shortenable = ['letterTextDays', 'heldDays', 'monthsAfterClose', 'monthsAfterSigning'] as const
export type Periods = Record<(typeof shortenable)[number], number>

const within = (name: keyof Periods) => z.int().min(shortestPeriods[name]).max(longestPeriods[name])
const changed = z.array(
  z.object({
    letterTextDays: within('letterTextDays'),
    // Not there in what was promised before letters had an end to their waiting.
    heldDays: within('heldDays').default(longestPeriods.heldDays),
    monthsAfterClose: within('monthsAfterClose'),
    monthsAfterSigning: within('monthsAfterSigning'),
    since: z.coerce.date(),
  }),
)

/** The periods as they were shortened, each change with the moment from which it counts. */
export const keepingSetting = setting('keeping', changed, [])

/** Periods, and from when and until when they were promised: `null` for the first, and for those promised now. */
export type Promised = Periods & { since: Date | null; until: Date | null }

/**
 * Every promise that was ever shown, oldest first. What was stored while one was shown is kept no longer than it
 * says, whatever was promised to others later.
 */
export async function everyPromise(ctx: Context): Promise<Promised[]> {
  return promisesOf(await keepingSetting.read(ctx))
}

/** The promises that these changes came to, the first of them made before any. */
export function promisesOf(changes: z.infer<typeof changed>): Promised[] {
  return [{ ...longestPeriods, since: null }, ...changes].map(({ since, ...periods }, i) => ({
    ...periods,
    since,
    until: changes[i]?.since ?? null,
  }))
}

/** What was promised to whoever came then: of each period the shortest that was ever shown to them. */
export function promisedTo(promises: readonly Promised[], cameAt: Date): Periods {
  const theirs = promises.filter(({ until }) => !until || cameAt < until)
  const shortest = (name: keyof Periods) => Math.min(...theirs.map((each) => each[name]))
  return {
    letterTextDays: shortest('letterTextDays'),
    heldDays: shortest('heldDays'),
    monthsAfterClose: shortest('monthsAfterClose'),
    monthsAfterSigning: shortest('monthsAfterSigning'),
  }
}

/** What is promised now. */
export async function currentPeriods(ctx: Context): Promise<Periods> {
  const {
    since: _,
    until: __,
    ...periods
  } = (await everyPromise(ctx)).at(-1) ?? { ...longestPeriods, since: null, until: null }
  return periods
}
