import type { Context } from '@/lib/kernel/context'
import { beginBatch } from './begin-batch'
import { whatIsDue } from './due-letters'
import { sendBatch } from './send-batch'

/** Heard by a sending: `turn` before it takes what goes into a call, and waits for it; `onCall` before the call. */
export type Calls = { turn: () => Promise<void>; onCall: () => void }

const ALONE: Calls = { turn: async () => {}, onCall: () => {} }

/**
 * Sends all that is due, call by call, until nothing is or `signal` is set off: first what another worker left
 * without an answer, then letters in the order of confirming. Gives how many calls it made.
 */
export async function sendDue(ctx: Context, signal?: AbortSignal, { turn, onCall } = ALONE): Promise<number> {
  for (let calls = 0; ; calls++) {
    if (signal?.aborted) return calls
    const { open, letters } = await whatIsDue(ctx)
    if (!open && !letters) return calls
    await turn()
    if (signal?.aborted) return calls
    if (open) {
      onCall()
      await sendBatch(ctx, open)
      continue
    }
    const { batchId, setAside } = await beginBatch(ctx)
    if (batchId) {
      onCall()
      await sendBatch(ctx, batchId)
    }
    // Behind what was set aside there may be more.
    else if (setAside === 0) return calls
  }
}
