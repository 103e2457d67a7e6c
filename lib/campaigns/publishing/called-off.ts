import { eq } from 'drizzle-orm'
import { campaigns, staff } from '@/db/schema/index'
import { publishingCalledOffEmail } from '@/emails/publishing-called-off'
import { renderEmail } from '@/emails/render'
import { actorName } from '@/lib/campaigns/actor-name'
import { findVersion } from '@/lib/campaigns/versions'
import { leavesOf, textOf } from '@/lib/content/fields/fields'
import { enqueue, type Jobs } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { env } from '@/lib/kernel/env'
import { mailFooter } from '@/lib/mailer/footer'
import { sendMail } from '@/lib/mailer/send'
import { draftFindings, installationFault } from './faults'

type CalledOff = Jobs['tell-called-off']
type Scheduled = Pick<typeof campaigns.$inferSelect, 'id' | 'scheduledVersionId' | 'scheduledAt' | 'scheduledBy'>

/** Has whoever scheduled a version told that it does not go live as set, unless they did that themselves. In the caller's transaction. */
export async function calledOff(ctx: Context, row: Scheduled, why: CalledOff['why']): Promise<void> {
  const { scheduledVersionId: versionId, scheduledAt: at, scheduledBy: staffId } = row
  if (!versionId || !at || !staffId || staffId === actorName(ctx)) return
  const byId = ctx.actor.kind === 'staff' ? ctx.actor.id : null
  const key = crypto.randomUUID()
  await enqueue(ctx, 'tell-called-off', {
    campaignId: row.id,
    versionId,
    at: at.toISOString(),
    staffId,
    why,
    byId,
    key,
  })
}

/** Mails it; nothing, where the member who had scheduled it has left the team. */
export async function tellCalledOff(ctx: Context, told: CalledOff): Promise<void> {
  const { campaignId, versionId, staffId, why, byId, key } = told
  const to = await emailOf(ctx, staffId)
  const version = await findVersion(ctx, campaignId, versionId)
  const [campaign] = await ctx.db.select({ slug: campaigns.slug }).from(campaigns).where(eq(campaigns.id, campaignId))
  if (!to || !version || !campaign) return
  const message = publishingCalledOffEmail({
    ...(await mailFooter(ctx)),
    campaignTitle: textOf(leavesOf(version.content).title) || campaign.slug,
    version: version.number,
    at: new Date(told.at),
    why,
    by: byId && (await emailOf(ctx, byId)),
    faults: why === 'faulty' ? await faultsOf(ctx, version.content) : [],
    publishUrl: `${env().appUrl}/staff/campaigns/${campaignId}/publish`,
  })
  await sendMail({ key: `called off ${key}`, to, ...(await renderEmail(message)) })
}

async function emailOf(ctx: Context, id: string): Promise<string | null> {
  const [member] = await ctx.db.select({ email: staff.email }).from(staff).where(eq(staff.id, id))
  return member?.email ?? null
}

async function faultsOf(ctx: Context, content: unknown): Promise<string[]> {
  const { faults } = await draftFindings(ctx, content)
  const installation = await installationFault(ctx)
  return [...(installation ? [installation] : []), ...faults.map(({ message }) => message)].slice(0, 5)
}
