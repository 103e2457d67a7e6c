import { foldName } from '@/lib/directory/search/fold-name'
import type { Seat } from '@/lib/directory/seat'
import { askThroughBreaker } from './circuit-breaker'
import { searchParliament } from './search-parliament'
import { searchPostcodesIo } from './search-postcodes-io'
import type { SourceResult } from './source-result'
import { matchedSeats } from './source-result'

/** How long each may take, in milliseconds. */
const WITHIN_MS = 2000

/** Where the live sources answer; null for one that is switched off. */
export type LiveSources = {
  membersApiUrl: string | null
  postcodesApiUrl: string | null
}

export type LiveResult =
  | { kind: 'seats'; seats: Seat[] }
  /** No source that answered has it; `unsure` when another might, which failed or is off. */
  | { kind: 'unknown'; unsure: boolean }
  /** None answered. */
  | { kind: 'unavailable' }

/**
 * Asks the UK Parliament Members API, then postcodes.io, for a compact postcode, until one names seats that are
 * among `seats`. A source that keeps failing is left alone for a minute, which counts as a failure.
 */
export async function askSources(sources: LiveSources, compact: string, seats: readonly Seat[]): Promise<LiveResult> {
  const asks = asksOf(sources, compact)
  let failed = 0
  for (const ask of asks) {
    const result = await ask()
    const named = seatsOf(result, seats)
    if (named) return { kind: 'seats', seats: named }
    if (result.kind !== 'unknown') failed += 1
  }
  if (failed > 0 && failed === asks.length) return { kind: 'unavailable' }
  return { kind: 'unknown', unsure: failed > 0 || asks.length === 0 }
}

function asksOf({ membersApiUrl, postcodesApiUrl }: LiveSources, compact: string): (() => Promise<SourceResult>)[] {
  return [
    { url: membersApiUrl, ask: searchParliament },
    { url: postcodesApiUrl, ask: searchPostcodesIo },
  ].flatMap(({ url, ask }) => {
    if (!url) return []
    const base = url.replace(/(?<!\/)\/+$/, '')
    return [() => askThroughBreaker(base, () => ask(base, compact, WITHIN_MS))]
  })
}

/** Null when the answer names no seat, or one that is not among ours. */
function seatsOf(result: SourceResult, seats: readonly Seat[]): Seat[] | null {
  if (result.kind === 'names') return matchedSeats(result.names.map(foldName), seats, ({ name }) => foldName(name))
  if (result.kind === 'codes') return matchedSeats(result.codes, seats, ({ code }) => code)
  return null
}
