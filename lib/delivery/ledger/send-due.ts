import type { Context } from '@/lib/kernel/context'
import { beginBatch } from './begin-batch'
import { whatIsDue } from './due-letters'
import { sendBatch } from './send-batch'

/**
 * Sends all that is due, call by call, until nothing is or `signal` is set off: first what another worker left
 * without an answer, then letters in the order of confirming. `onCall` is told before each call. Gives how many it made.
 */
export async function sendDue(ctx: Context, signal?: AbortSignal, onCall = () => {}): Promise<number> {
  for (let calls = 0; ; calls++) {
    if (signal?.aborted) return calls
    const { open, letters } = await whatIsDue(ctx)
    if (!open && !letters) return calls
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
