// State: one copy in a process.

import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { Refusal } from '@/lib/kernel/faults/errors'
import { MINUTE } from '@/lib/kernel/time/durations'
import type { PrintedLetter } from '@/lib/letters/printed/letter-pdf'
import { draw } from './draw'
import { mayDraw } from './may-draw'

type Draw = (letter: PrintedLetter) => Promise<Uint8Array>

/** A letter is its writer's own: what was drawn of it is in memory for so long, and nowhere else. */
const CACHED_MS = MINUTE
const CACHED_MOST = 20

const cached = new LRUCache<string, Promise<Uint8Array>>({ max: CACHED_MOST })

/**
 * A letter as a PDF, drawn once however often it is asked for within a minute: what has changed is another letter. Throws
 * {@link Refusal} `too-many` for somebody who has had theirs drawn too often, and `unavailable` when too much waits.
 */
export async function letterDrawn(
  letter: PrintedLetter,
  drawn: Draw = (from) => draw({ drawing: 'letter', from }),
): Promise<Uint8Array> {
  const key = createHash('sha256').update(JSON.stringify(letter)).digest('base64')
  if (!cached.has(key)) {
    const turn = await mayDraw()
    if (turn !== true) throw new Refusal('too-many', 'You have asked for this too often. Try again later.', turn)
  }
  // Asked again: while we waited for the turn, another request may have begun.
  const known = cached.get(key)
  if (known) return known
  const made = drawn(letter)
  cached.set(key, made)
  const forget = () => cached.get(key) === made && cached.delete(key)
  made.then(() => setTimeout(forget, CACHED_MS).unref(), forget)
  return made
}
