import type { Context } from '@/lib/kernel/context'
import { askBatch, nextOpenBatch } from './ask'
import { claimDue } from './claim'

/**
 * Sends all that is due, call by call, until nothing is or `signal` is set off: first what another worker left
 * without an answer, then letters in the order of confirming. Gives how many calls it made.
 */
export async function sendDue(ctx: Context, signal?: AbortSignal): Promise<number> {
  for (let calls = 0; ; calls++) {
    if (signal?.aborted) return calls
    const open = await nextOpenBatch(ctx)
    if (open) {
      await askBatch(ctx, open)
      continue
    }
    const { batchId, setAside } = await claimDue(ctx)
    if (batchId) await askBatch(ctx, batchId)
    // Behind what was set aside there may be more.
    else if (setAside === 0) return calls
  }
}
