import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { staff, type WebhookOffReason, webhookEndpoints } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { tellWebhookOffJob } from '@/lib/webhooks/jobs'

/**
 * Switches an endpoint off in the caller's transaction, as the installation itself, and has administrators told. What
 * waits stays, for when it is on again. Does nothing where it is off already, or `when` does not hold.
 */
export async function switchOff(ctx: Context, id: string, reason: WebhookOffReason, when?: SQL): Promise<void> {
  const [off] = await ctx.db
    .update(webhookEndpoints)
    .set({ offAt: ctx.now(), offReason: reason })
    .where(and(eq(webhookEndpoints.id, id), isNull(webhookEndpoints.offAt), isNull(webhookEndpoints.removedAt), when))
    .returning({ host: webhookEndpoints.host })
  if (!off) return
  await recordAudit(ctx, {
    verb: 'webhooks.switch-off',
    subject: { kind: 'webhook', id },
    after: { host: off.host, why: reason },
  })
  const admins = await ctx.db.select({ id: staff.id }).from(staff).where(eq(staff.role, 'admin'))
  for (const { id: staffId } of admins) {
    const key = `webhook off ${id} ${ctx.now().toISOString()} ${staffId}`
    await enqueue(ctx, tellWebhookOffJob, { endpointId: id, staffId }, { key })
  }
}
