import { and, eq, isNull } from 'drizzle-orm'
import { webhookDeliveries, webhookEndpoints } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/**
 * Queues a test, which names nobody and is tried once, also while the webhook is off. Gives whether there is such a
 * webhook. Throws a `Refusal` where the actor may not.
 */
export function testWebhook(ctx: Context, id: string): Promise<boolean> {
  assertAllowed(ctx, 'webhooks.set')
  return inTransaction(ctx, async (inner) => {
    const [endpoint] = await inner.db
      .select({ host: webhookEndpoints.host })
      .from(webhookEndpoints)
      .where(and(eq(webhookEndpoints.id, id), isNull(webhookEndpoints.removedAt)))
    if (!endpoint) return false
    const at = inner.now()
    await inner.db.insert(webhookDeliveries).values({ endpointId: id, event: 'webhook.test', at, dueAt: at })
    await recordAudit(inner, {
      verb: 'webhooks.test',
      subject: { kind: 'webhook', id },
      after: { host: endpoint.host },
    })
    return true
  })
}
