import { and, eq, isNull, sql } from 'drizzle-orm'
import { webhookEndpoints } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { MINUTE } from '@/lib/kernel/time/durations'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { catchUpWebhookJob } from '@/lib/webhooks/catch-up'

/** By then every confirmation that still saw the endpoint switched off has been committed, or has failed. */
const CATCH_UP_AFTER_MS = MINUTE

/** Switches a webhook off. Gives whether that changed anything. Throws a `Refusal` where the actor may not. */
export function switchWebhookOff(ctx: Context, id: string): Promise<boolean> {
  assertAllowed(ctx, 'webhooks.set')
  return inTransaction(ctx, async (inner) => {
    const [off] = await inner.db
      .update(webhookEndpoints)
      .set({ offAt: inner.now(), offReason: 'staff' })
      .where(and(eq(webhookEndpoints.id, id), isNull(webhookEndpoints.offAt), isNull(webhookEndpoints.removedAt)))
      .returning({ host: webhookEndpoints.host })
    if (!off) return false
    const after = { host: off.host, why: 'staff' }
    await recordAudit(inner, { verb: 'webhooks.switch-off', subject: { kind: 'webhook', id }, after })
    return true
  })
}

/**
 * Switches a webhook on again: what waited goes, and those who confirmed meanwhile are queued. Gives whether that
 * changed anything. Throws a `Refusal` where the actor may not.
 */
export function switchWebhookOn(ctx: Context, id: string): Promise<boolean> {
  assertAllowed(ctx, 'webhooks.set')
  return inTransaction(ctx, async (inner) => {
    const [was] = await inner.db
      .select({ offAt: webhookEndpoints.offAt, host: webhookEndpoints.host })
      .from(webhookEndpoints)
      .where(and(eq(webhookEndpoints.id, id), isNull(webhookEndpoints.removedAt)))
      .for('update')
    if (!was?.offAt) return false
    await inner.db
      .update(webhookEndpoints)
      .set({ offAt: null, offReason: null, failingSince: null })
      .where(eq(webhookEndpoints.id, id))
    await startAnew(inner, id)
    const since = was.offAt.toISOString()
    const runAt = new Date(inner.now().getTime() + CATCH_UP_AFTER_MS)
    await enqueue(inner, catchUpWebhookJob, { endpointId: id, since }, { runAt })
    await recordAudit(inner, {
      verb: 'webhooks.switch-on',
      subject: { kind: 'webhook', id },
      before: { off: since },
      after: { host: was.host },
    })
    return true
  })
}

/** What waited for a far-off next try is due now. */
async function startAnew({ db, now }: Context, id: string): Promise<void> {
  const at = now().toISOString()
  await db.execute(sql`
    update webhook_deliveries set due_at = ${at}::timestamptz, tries = 0
    where endpoint_id = ${id} and due_at is not null and (lease_until is null or lease_until <= ${at}::timestamptz)`)
}
