import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { campaigns, staff } from '@/db/schema/index'
import { renderEmail } from '@/emails/render'
import { publishingCalledOffEmail } from '@/emails/to-staff/publishing-called-off'
import { actorName } from '@/lib/campaigns/actor-name'
import { findVersion } from '@/lib/campaigns/versions'
import { fieldsOf, textOf } from '@/lib/content/fields/fields'
import { defineJob } from '@/lib/jobs/define-job'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { rowId } from '@/lib/kernel/id'
import { mailFooter } from '@/lib/mailer/footer'
import { sendMail } from '@/lib/mailer/send'
import { draftFindings, installationFault } from './checks-before-publishing'

/** `no-right`: its scheduler may not publish any more, told to administrators; `own-role`: told to them. */
const why = z.enum(['cancelled', 'rescheduled', 'published', 'faulty', 'no-right', 'own-role'])
const told = z.object({
  campaignId: rowId,
  versionId: rowId,
  at: z.iso.datetime(),
  staffId: z.string(),
  why,
  byId: z.string().nullable(),
  key: z.string(),
})
type CalledOff = z.infer<typeof told>
type Scheduled = Pick<typeof campaigns.$inferSelect, 'id' | 'scheduledVersionId' | 'scheduledAt' | 'scheduledBy'>

/** Has whoever scheduled a version told that it does not go live as set, unless they did that themselves. In the caller's transaction. */
export async function calledOff(ctx: Context, row: Scheduled, why: CalledOff['why']): Promise<void> {
  const { scheduledVersionId: versionId, scheduledAt: at, scheduledBy: staffId } = row
  if (!versionId || !at || !staffId || staffId === actorName(ctx)) return
  const byId = ctx.actor.kind === 'staff' ? ctx.actor.id : null
  const key = crypto.randomUUID()
  await enqueue(ctx, tellCalledOffJob, {
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
    campaignTitle: textOf(fieldsOf(version.content).title) || campaign.slug,
    version: version.number,
    at: new Date(told.at),
    why,
    by: byId && (await emailOf(ctx, byId)),
    faults: why === 'faulty' ? await faultsOf(ctx, version.content) : [],
    publishUrl: `${ctx.env.appUrl}/staff/campaigns/${campaignId}/publish`,
  })
  await sendMail(ctx, { key: `called off ${key}`, to, ...(await renderEmail(message)) })
}

/** A scheduled version does not go live as its scheduler has set it. */
export const tellCalledOffJob = defineJob('tell-called-off', told, tellCalledOff)

async function emailOf(ctx: Context, id: string): Promise<string | null> {
  const [member] = await ctx.db.select({ email: staff.email }).from(staff).where(eq(staff.id, id))
  return member?.email ?? null
}

async function faultsOf(ctx: Context, content: unknown): Promise<string[]> {
  const { faults } = await draftFindings(ctx, content)
  const installation = await installationFault(ctx)
  return [...(installation ? [installation] : []), ...faults.map(({ message }) => message)].slice(0, 5)
}
