import { and, eq, gte, inArray, isNull } from 'drizzle-orm'
import { webhookDeliveries, webhookEndpoints } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/** One delivery, or all that failed of what happened since then. */
type Which = { delivery: string } | { since: Date }

/**
 * Sends again what failed, under the ids that it had. Gives how many. Whoever has left meanwhile is not passed on all
 * the same. Throws a `Refusal` where the actor may not.
 */
export function replayFailed(ctx: Context, endpointId: string, which: Which): Promise<number> {
  assertAllowed(ctx, 'webhooks.replay')
  return inTransaction(ctx, async (inner) => {
    const again = await inner.db
      .update(webhookDeliveries)
      .set({ dueAt: inner.now(), tries: 0, endedAt: null, outcome: null })
      .where(
        and(
          eq(webhookDeliveries.endpointId, endpointId),
          eq(webhookDeliveries.outcome, 'failed'),
          'delivery' in which ? eq(webhookDeliveries.id, which.delivery) : gte(webhookDeliveries.at, which.since),
          inArray(webhookDeliveries.endpointId, present(inner)),
        ),
      )
      .returning({ id: webhookDeliveries.id })
    if (again.length === 0) return 0
    await recordAudit(inner, {
      verb: 'webhooks.replay',
      subject: { kind: 'webhook', id: endpointId },
      after: { sentAgain: again.length, ...('since' in which && { since: which.since }) },
    })
    return again.length
  })
}

/** The address of one that was removed is gone. */
function present({ db }: Context) {
  return db.select({ id: webhookEndpoints.id }).from(webhookEndpoints).where(isNull(webhookEndpoints.removedAt))
}
