import { foldName } from '../fold-name'
import type { Seat } from '../seat'
import { askMembersApi } from './members-api'
import { askPostcodesIo } from './postcodes-io'
import type { SourceAnswer } from './source-answer'

/** Where the live sources answer; null for one that is switched off. */
export type LiveSources = {
  membersApiUrl: string | null
  postcodesApiUrl: string | null
  /** How long each may take, in milliseconds; 2000 unless told. */
  withinMs?: number
}

export type LiveAnswer = { kind: 'seats'; seats: Seat[] } | { kind: 'unknown' | 'unavailable' }

/**
 * Asks the UK Parliament Members API, then postcodes.io, for a compact postcode, until one names seats that are
 * among `seats`. `unknown`: at least one answered and none has it, or all are off; `unavailable`: none answered.
 */
export async function askLive(sources: LiveSources, compact: string, seats: readonly Seat[]): Promise<LiveAnswer> {
  const { membersApiUrl, postcodesApiUrl, withinMs = 2000 } = sources
  const asks: (() => Promise<SourceAnswer>)[] = []
  if (membersApiUrl) asks.push(() => askMembersApi(bare(membersApiUrl), compact, withinMs))
  if (postcodesApiUrl) asks.push(() => askPostcodesIo(bare(postcodesApiUrl), compact, withinMs))

  let failed = 0
  for (const ask of asks) {
    const answer = await ask()
    const named = seatsOf(answer, seats)
    if (named) return { kind: 'seats', seats: named }
    if (answer.kind !== 'unknown') failed += 1
  }
  return { kind: failed > 0 && failed === asks.length ? 'unavailable' : 'unknown' }
}

function bare(url: string): string {
  return url.replace(/\/+$/, '')
}

/** Null when the answer names no seat, or one that is not among ours: part of an answer would be a wrong MP. */
function seatsOf(answer: SourceAnswer, seats: readonly Seat[]): Seat[] | null {
  if (answer.kind === 'names') return matched(answer.names.map(foldName), seats, ({ name }) => foldName(name))
  if (answer.kind === 'codes') return matched(answer.codes, seats, ({ code }) => code)
  return null
}

function matched(wanted: string[], seats: readonly Seat[], key: (seat: Seat) => string): Seat[] | null {
  const keys = new Set(wanted)
  const found = seats.filter((seat) => keys.has(key(seat)))
  return found.length === keys.size ? found : null
}
