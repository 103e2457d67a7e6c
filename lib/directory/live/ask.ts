import { foldName } from '@/lib/directory/search/fold-name'
import type { Seat } from '@/lib/directory/seat'
import { askMembersApi } from './ask-members-api'
import { askPostcodesIo } from './ask-postcodes-io'
import { askThroughBreaker } from './breaker'
import { matchedSeats } from './matched-seats'
import type { SourceAnswer } from './source-answer'

/** Where the live sources answer; null for one that is switched off. */
export type LiveSources = {
  membersApiUrl: string | null
  postcodesApiUrl: string | null
  /** How long each may take, in milliseconds; 2000 unless told. */
  withinMs?: number
}

export type LiveAnswer =
  | { kind: 'seats'; seats: Seat[] }
  /** No source that answered has it; `unsure` when another might, which failed or is off. */
  | { kind: 'unknown'; unsure: boolean }
  /** None answered. */
  | { kind: 'unavailable' }

/**
 * Asks the UK Parliament Members API, then postcodes.io, for a compact postcode, until one names seats that are
 * among `seats`. A source that keeps failing is left alone for a minute, which counts as a failure.
 */
export async function askLive(sources: LiveSources, compact: string, seats: readonly Seat[]): Promise<LiveAnswer> {
  const asks = asksOf(sources, compact)
  let failed = 0
  for (const ask of asks) {
    const answer = await ask()
    const named = seatsOf(answer, seats)
    if (named) return { kind: 'seats', seats: named }
    if (answer.kind !== 'unknown') failed += 1
  }
  if (failed > 0 && failed === asks.length) return { kind: 'unavailable' }
  return { kind: 'unknown', unsure: failed > 0 || asks.length === 0 }
}

function asksOf(
  { membersApiUrl, postcodesApiUrl, withinMs = 2000 }: LiveSources,
  compact: string,
): (() => Promise<SourceAnswer>)[] {
  return [
    { url: membersApiUrl, ask: askMembersApi },
    { url: postcodesApiUrl, ask: askPostcodesIo },
  ].flatMap(({ url, ask }) => {
    if (!url) return []
    const base = url.replace(/(?<!\/)\/+$/, '')
    return [() => askThroughBreaker(base, () => ask(base, compact, withinMs))]
  })
}

/** Null when the answer names no seat, or one that is not among ours. */
function seatsOf(answer: SourceAnswer, seats: readonly Seat[]): Seat[] | null {
  if (answer.kind === 'names') return matchedSeats(answer.names.map(foldName), seats, ({ name }) => foldName(name))
  if (answer.kind === 'codes') return matchedSeats(answer.codes, seats, ({ code }) => code)
  return null
}
