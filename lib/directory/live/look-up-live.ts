import { allSeats } from '@/lib/directory/seats'
import type { Context } from '@/lib/kernel/context'
import { askSources, type LiveResult, type LiveSources } from './ask-sources'
import { cachedResult, cacheResult } from './cached-results'

/**
 * What the live sources say of a compact postcode: their kept answer (30 days for seats, one for "unknown", under a
 * keyed hash), else asked for anew, each source with 2 seconds, one try and a circuit breaker. Never throws for
 * what a source does. With both sources off nothing is known, kept answers included.
 */
export async function lookUpLive(ctx: Context, sources: LiveSources, compact: string): Promise<LiveResult> {
  if (!sources.membersApiUrl && !sources.postcodesApiUrl) return { kind: 'unknown', unsure: true }
  const seats = await allSeats(ctx)
  const cached = await cachedResult(ctx, compact, seats)
  if (cached) return cached
  const result = await askSources(sources, compact, seats)
  await cacheResult(ctx, compact, result)
  return result
}
