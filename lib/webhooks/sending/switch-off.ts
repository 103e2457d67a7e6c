import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { type WebhookOffReason, webhookEndpoints } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import type { Context } from '@/lib/kernel/context'
import { tellAdmins } from '@/lib/staff/team/tell-admins'
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
  const key = `webhook off ${id} ${ctx.now().toISOString()}`
  await tellAdmins(ctx, tellWebhookOffJob, key, (staffId) => ({ endpointId: id, staffId }))
}
