import type { Context } from '@/lib/kernel/context'
import { overTime } from './over-time'
import type { Scope } from './scope'

export const drawnMeasures = ['supporters', 'letters', 'viewed', 'started', 'submitted', 'answers'] as const
export type DrawnMeasure = (typeof drawnMeasures)[number]

/** What was counted in a day or an hour in London: "2026-11-24", or "2026-11-24T14". Answers are real ones alone. */
export type Bucket = { at: string } & Record<DrawnMeasure, number>

export type Series = {
  buckets: Bucket[]
  /** Whether the last of them is not over yet. */
  isUnfinished: boolean
}

/** Every day of the scope, or every hour of it, as far as the clock has come; those without anything too. */
export async function seriesOf(ctx: Context, scope: Scope, by: 'day' | 'hour'): Promise<Series> {
  const moments = await overTime(ctx, scope, by)
  return {
    buckets: moments.map(({ at, supporters, letters, sums: { viewed, started, submitted, real_answer: answers } }) => ({
      ...{ at, supporters, letters },
      ...{ viewed, started, submitted, answers },
    })),
    isUnfinished: Boolean(moments.at(-1)?.unfinishedUntil),
  }
}
