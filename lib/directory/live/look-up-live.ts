import { allSeats } from '@/lib/directory/seats'
import type { Context } from '@/lib/kernel/context'
import { askLive, type LiveAnswer, type LiveSources } from './ask'
import { keepAnswer, keptAnswer } from './keep-answer'

/**
 * What the live sources say of a compact postcode: their kept answer (30 days for seats, one for "unknown", under a
 * keyed hash), else asked for anew, each source with 2 seconds, one try and a circuit breaker. Never throws for
 * what a source does. With both sources off nothing is known, kept answers included.
 */
export async function lookUpLive(ctx: Context, sources: LiveSources, compact: string): Promise<LiveAnswer> {
  if (!sources.membersApiUrl && !sources.postcodesApiUrl) return { kind: 'unknown', unsure: true }
  const seats = await allSeats(ctx)
  const kept = await keptAnswer(ctx, compact, seats)
  if (kept) return kept
  const answer = await askLive(sources, compact, seats)
  await keepAnswer(ctx, compact, answer)
  return answer
}
