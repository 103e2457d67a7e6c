import { isBulkheadRejectedError } from 'cockatiel'
import { Refusal } from '@/lib/kernel/faults/errors'
import { log } from '@/lib/kernel/log'
import type { Drawing, Drawings, Order } from './drawings'
import { ownPool, type Pool } from './pool'

const AGAIN_MS = 10_000

/**
 * Draws in a thread of its own, so that nobody else waits. Throws {@link Refusal} `unavailable` when too many wait
 * already, or when this one took too long.
 */
export async function draw<D extends Drawing>(order: Order<D>, pool: Pool = ownPool()): Promise<Drawings[D]['gives']> {
  try {
    return (await pool.run(order)) as Drawings[D]['gives']
  } catch (error) {
    const isFull = isBulkheadRejectedError(error)
    if (!isFull && !wasEnded(error)) throw error
    if (!isFull) log.error({ drawing: order.drawing }, 'A drawing took too long, and was ended')
    throw new Refusal('unavailable', TOO_MUCH, new Date(Date.now() + AGAIN_MS))
  }
}

const TOO_MUCH = 'Too much is being drawn just now. Try again in a moment.'

/** cockatiel's own question looks for another word; and the pool's errors may be of the module's other copy. */
function wasEnded(error: unknown): boolean {
  return error instanceof Error && 'isTaskCancelledError' in error
}
