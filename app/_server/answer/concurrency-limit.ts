// State: one copy in a process.
import type { ServerResponse } from 'node:http'
import { ownTurn } from '@/app/_server/own-event-loop-turn'
import { notCounted } from './waiting'

/** So many answers are made at once for one address: more would only share the one processor. */
export const ANSWERED_AT_ONCE = 3
/** One that waits for something, such as a drawing or a reader, gives its place up after so long, in milliseconds. */
const PLACE_MS = 2_000

/** How many answers are being made for an address, and those that wait there. */
type Lane = { taken: number; waiting: (() => void)[] }

const placed = new WeakSet<ServerResponse>()
const lanes = new Map<string, Lane>()

/**
 * Limits concurrency by address: waits until fewer than {@link ANSWERED_AT_ONCE} answers are being made for this one, so
 * that one address with many requests does not starve the others. The place is freed when the answer has gone. Gives
 * `false` when the asker has gone meanwhile.
 */
export async function placeFor(response: ServerResponse, from: string): Promise<boolean> {
  if (placed.has(response)) return !response.destroyed
  placed.add(response)
  const lane = lanes.get(from) ?? { taken: 0, waiting: [] }
  lanes.set(from, lane)
  if (lane.taken < ANSWERED_AT_ONCE) lane.taken += 1
  else {
    await notCounted(response, () => new Promise<void>((begin) => lane.waiting.push(begin)))
    // An answer that waited for nothing would hand on within the same turn, and so would all after it.
    if (!response.destroyed) await ownTurn()
  }
  const giveUp = once(() => handOn(from, lane))
  if (response.destroyed) {
    giveUp()
    return false
  }
  response.once('close', giveUp)
  setTimeout(giveUp, PLACE_MS).unref()
  return true
}

/** Hands a place on to the one that has waited longest. */
function handOn(from: string, lane: Lane): void {
  const next = lane.waiting.shift()
  if (!next) lane.taken -= 1
  if (lane.taken === 0) lanes.delete(from)
  next?.()
}

function once(work: () => void): () => void {
  let done = false
  return () => {
    if (done) return
    done = true
    work()
  }
}
