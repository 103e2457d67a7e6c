import { eq } from 'drizzle-orm'
import { webhookEndpoints } from '@/db/schema/index'
import { renderEmail } from '@/emails/render'
import { webhookOffEmail } from '@/emails/to-staff/webhook-off'
import type { JobPayload } from '@/lib/jobs/define-job'
import type { Context } from '@/lib/kernel/context'
import { mailFooter } from '@/lib/mailer/footer'
import { sendMail } from '@/lib/mailer/send'
import { adminEmail } from '@/lib/staff/team/tell-admins'
import type { tellWebhookOffJob } from '@/lib/webhooks/jobs'

/** Mails one administrator that a webhook was switched off, if it still is. */
export async function tellWebhookOff(
  ctx: Context,
  { endpointId, staffId }: JobPayload<typeof tellWebhookOffJob>,
): Promise<void> {
  const to = await adminEmail(ctx, staffId)
  const [endpoint] = await ctx.db.select().from(webhookEndpoints).where(eq(webhookEndpoints.id, endpointId))
  if (!to || !endpoint?.offAt || endpoint.removedAt) return
  if (!endpoint.offReason || endpoint.offReason === 'staff') return
  const { appUrl } = ctx.env
  const message = webhookOffEmail({
    ...(await mailFooter(ctx)),
    host: endpoint.host,
    why: endpoint.offReason,
    since: endpoint.failingSince,
    webhookUrl: `${appUrl}/staff/webhooks/${endpointId}`,
  })
  const key = `webhook off ${endpointId} ${endpoint.offAt.toISOString()} ${staffId}`
  await sendMail(ctx, { key, to, ...(await renderEmail(message)) })
}
