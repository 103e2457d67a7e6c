import type { Measure } from '@/db/schema/index'
import type { ReplyFigures } from './replies'
import type { Sums } from './sums'

/** What the funnel is made of, in its order. The last two are of the letters whose writers were asked. */
export const funnelSteps = [
  'viewed',
  'found',
  'started',
  'submitted',
  'confirmed',
  'accepted',
  'delivered',
  'asked',
  'answered',
] as const satisfies readonly (Measure | 'answered')[]
export type FunnelStep = (typeof funnelSteps)[number]

/** A step: `count` is null where it is not known, `whole` the count that its share is of, null where there is none. */
export type FunnelCount = { step: FunnelStep; count: number | null; whole: number | null }

/** Steps that are counted as pages are shown, not from rows: a cache in front, or a direct link, can hide some. */
const SEEN: readonly FunnelStep[] = ['viewed', 'found', 'started']

/**
 * The funnel of some days. Nobody submits a letter without having seen its pages: a count of 0 before a later step
 * that has some is not 0, but not known.
 */
export function funnelOf(sums: Sums, { asked, realAnswer }: ReplyFigures): FunnelCount[] {
  const counts: Record<FunnelStep, number> = { ...sums, asked, answered: realAnswer }
  const known = funnelSteps.map((step, at) => {
    const hidden = SEEN.includes(step) && counts[step] === 0 && later(at).some((each) => counts[each] > 0)
    return { step, count: hidden ? null : counts[step] }
  })
  return known.map(({ step, count }, at) => {
    // Who was asked is no part of what was delivered in these days: they wrote two weeks before.
    const before = step === 'asked' ? null : (known[at - 1]?.count ?? null)
    return { step, count, whole: count !== null && before !== null && count <= before ? before : null }
  })
}

function later(at: number): readonly FunnelStep[] {
  return funnelSteps.slice(at + 1, funnelSteps.indexOf('submitted') + 1)
}
