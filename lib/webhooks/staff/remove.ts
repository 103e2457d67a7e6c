import { and, eq, isNull, sql } from 'drizzle-orm'
import { webhookDeliveries, webhookEndpoints } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/**
 * Removes a webhook: its address, secrets and deliveries go, and it is told nothing more, not even who leaves. That
 * supporters were passed on to its host stays known. Gives whether it was there. Throws a `Refusal` where the actor may not.
 */
export function removeWebhook(ctx: Context, id: string): Promise<boolean> {
  assertAllowed(ctx, 'webhooks.set')
  return inTransaction(ctx, async (inner) => {
    const gone = { urlSealed: null, urlHash: null, secretSealed: null, oldSecretSealed: null, oldSecretUntil: null }
    const [removed] = await inner.db
      .update(webhookEndpoints)
      .set({ ...gone, removedAt: inner.now() })
      .where(and(eq(webhookEndpoints.id, id), isNull(webhookEndpoints.removedAt)))
      .returning({ host: webhookEndpoints.host })
    if (!removed) return false
    const isPassedOn = sql`(${webhookDeliveries.event} = 'supporter.confirmed' and ${webhookDeliveries.outcome} = 'delivered')`
    await inner.db
      .delete(webhookDeliveries)
      .where(and(eq(webhookDeliveries.endpointId, id), sql`${isPassedOn} is not true`))
    await recordAudit(inner, {
      verb: 'webhooks.remove',
      subject: { kind: 'webhook', id },
      before: { host: removed.host },
    })
    return true
  })
}
