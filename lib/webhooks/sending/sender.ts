import type { Context } from '@/lib/kernel/context'
import { log } from '@/lib/kernel/log'
import { deliver } from './deliver'
import { endpointsDue, leaseDue } from './lease-deliveries'
import type { Sending } from './post'

/** Attempts at once to one endpoint. */
const AT_ONCE = 4

/** Sends what is due, each endpoint in a lane of its own: one that never answers keeps only itself waiting. */
export type WebhookSender = {
  /** Starts a lane for each endpoint that has something due and none under way; does not wait for it. */
  look(): Promise<void>
  /** Waits until no lane is under way. */
  idle(): Promise<void>
}

/** Makes a sender, whose lanes end when `signal` is set off. */
export function webhookSender(ctx: Context, signal: AbortSignal, sending: Sending = {}): WebhookSender {
  const lanes = new Map<string, Promise<void>>()
  return {
    async look() {
      for (const id of await endpointsDue(ctx)) {
        if (lanes.has(id) || signal.aborted) continue
        const lane = runLane(ctx, id, { ...sending, signal })
          .catch((error: unknown) => log.error({ err: error, endpoint: id }, 'A webhook could not be served'))
          .finally(() => lanes.delete(id))
        lanes.set(id, lane)
      }
    },
    async idle() {
      await Promise.all(lanes.values())
    },
  }
}

async function runLane(ctx: Context, id: string, sending: Sending & { signal: AbortSignal }): Promise<void> {
  while (!sending.signal.aborted) {
    const batch = await leaseDue(ctx, id, AT_ONCE)
    if (batch.length === 0) return
    await Promise.all(
      batch.map((each) =>
        deliver(ctx, id, each, sending).catch((error: unknown) =>
          log.error({ err: error, delivery: each.id }, 'A webhook delivery could not be made'),
        ),
      ),
    )
  }
}
