import { and, eq, inArray, isNull } from 'drizzle-orm'
import { deliveryAttempts, deliveryBatches } from '@/db/schema/index'
import { applyStoredEvents } from '@/lib/delivery/events/apply-stored'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { acceptAttempt } from './accept-attempt'
import type { Batch } from './end-batch'

/** The service took every letter of the call, and gave each a name of its own, in their order. */
export function accept(ctx: Context, batch: Batch, providerIds: string[], reflected: boolean): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    await inner.db
      .update(deliveryBatches)
      .set({ endedAt: inner.now() })
      .where(and(eq(deliveryBatches.id, batch.id), isNull(deliveryBatches.endedAt)))
    for (const [place, attempt] of batch.attempts.entries()) {
      await acceptAttempt(inner, { ...attempt, providerId: providerIds[place] ?? null, reflected })
    }
    const ids = batch.attempts.map(({ id }) => id)
    await inner.db.update(deliveryAttempts).set({ messageSealed: null }).where(inArray(deliveryAttempts.id, ids))
    await applyStoredEvents(inner, providerIds)
  })
}
