import { eq } from 'drizzle-orm'
import { campaigns, staff } from '@/db/schema/index'
import { lockCampaign } from '@/lib/campaigns/save-draft'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { limitedTo, worksOn } from '@/lib/staff/own-campaigns'
import { allowed } from '@/lib/staff/roles'
import { tellCalledOffJob } from './tell-called-off'
import { unschedule } from './unschedule'

type Lost = { staffId: string; byId: string | null }

/**
 * Calls off all that a member had set to go live by itself, where they may not publish any more: they have left the
 * team, have another role, or do not work on that campaign. Every administrator is told, and so is the member, while they are on the team. Who took
 * that right from them stands in the audit.
 */
export async function callOffOf(ctx: Context, { staffId, byId }: Lost): Promise<void> {
  const theirs = await ctx.db.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.scheduledBy, staffId))
  const by: Context = byId ? { ...ctx, actor: { kind: 'staff', id: byId, role: 'admin', limitedTo: null } } : ctx
  for (const { id } of theirs) await inTransaction(by, (inner) => callOff(inner, id, staffId))
}

/** Whether whoever has set a version of a campaign to go live may still publish it. */
export async function mayPublishStill({ db }: Context, staffId: string, campaignId: string): Promise<boolean> {
  // What was set by the installation itself is nobody's.
  if (!/^[0-9a-f-]{36}$/.test(staffId)) return true
  const [member] = await db.select({ role: staff.role, limitedTo }).from(staff).where(eq(staff.id, staffId))
  return member !== undefined && allowed(member.role, 'campaigns.publish') && worksOn(member.limitedTo, campaignId)
}

/** Calls off what is set to go live in one campaign, in the caller's transaction. */
export async function callOff(ctx: Context, campaignId: string, staffId: string): Promise<void> {
  const { row } = await lockCampaign(ctx, campaignId)
  const { scheduledVersionId: versionId, scheduledAt: at } = row
  if (!versionId || !at || row.scheduledBy !== staffId || (await mayPublishStill(ctx, staffId, campaignId))) return
  await unschedule(ctx, row)
  const members = await ctx.db.select({ id: staff.id, role: staff.role }).from(staff)
  const byId = ctx.actor.kind === 'staff' ? ctx.actor.id : null
  for (const { id, role } of members) {
    if (role !== 'admin' && id !== staffId) continue
    const why = id === staffId ? 'own-role' : 'no-right'
    const key = crypto.randomUUID()
    await enqueue(ctx, tellCalledOffJob, { campaignId, versionId, at: at.toISOString(), staffId: id, why, byId, key })
  }
}
