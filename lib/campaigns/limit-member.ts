import { eq, inArray, sql } from 'drizzle-orm'
import { campaigns, staff, staffCampaigns } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import type { Invitation } from '@/lib/staff/input'
import { callOffPublishingJob } from '@/lib/staff/jobs'
import { actorId } from '@/lib/staff/own-id'
import { type Invited, inviteStaff } from '@/lib/staff/team/invite'
import { toldApart } from './chosen-campaign'
import { listCampaigns } from './list'

/** Ids of the campaigns that a member works on; `null` for all, those to come among them. */
type WorksOn = readonly string[] | null

/**
 * Has a member of the team work on these campaigns alone, at once: sessions look it up at every request. What they had set
 * to go live in others is called off. Nothing happens for someone who is not on the team; of an administrator it is kept,
 * and holds once they are none. Throws a `Refusal` where the actor may not.
 */
export function limitMember(ctx: Context, { id, worksOn }: { id: string; worksOn: WorksOn }): Promise<void> {
  assertAllowed(ctx, 'team.set-campaigns')
  return inTransaction(ctx, (inner) => keepLimit(inner, id, worksOn))
}

/** Invites a person as `inviteStaff` does, to work on these campaigns alone. Throws a `Refusal` where the actor may not. */
export function inviteToWorkOn(ctx: Context, invitation: Invitation, worksOn: WorksOn): Promise<Invited> {
  return inTransaction(ctx, async (inner) => {
    const invited = await inviteStaff(inner, invitation)
    if (invited.outcome === 'invited') await keepLimit(inner, invited.id, worksOn)
    return invited
  })
}

async function keepLimit(ctx: Context, staffId: string, worksOn: WorksOn): Promise<void> {
  const { db, now } = ctx
  const [member] = await db
    .select({ limitedAt: staff.limitedAt })
    .from(staff)
    .where(eq(staff.id, staffId))
    .for('update')
  if (!member) return
  const rows = await db
    .select({ id: staffCampaigns.campaignId })
    .from(staffCampaigns)
    .where(eq(staffCampaigns.staffId, staffId))
  const all = toldApart(await listCampaigns({ ...ctx, actor: { kind: 'system' } }))
  const words = (ids: WorksOn) => (ids ? namesOf(all.filter(({ id }) => ids.includes(id))) : 'all')
  const before = words(member.limitedAt ? rows.map(({ id }) => id) : null)
  const after = words(worksOn)
  if (before === after) return
  await db
    .update(staff)
    .set({ limitedAt: worksOn ? now() : null })
    .where(eq(staff.id, staffId))
  await db.delete(staffCampaigns).where(eq(staffCampaigns.staffId, staffId))
  if (worksOn && worksOn.length > 0) {
    // One that is deleted at this moment is left out.
    const theirs = db.select({ staffId: sql`${staffId}`.as('staff_id'), campaignId: campaigns.id }).from(campaigns)
    await db.insert(staffCampaigns).select(theirs.where(inArray(campaigns.id, [...worksOn])))
  }
  await recordAudit(ctx, {
    verb: 'team.set-campaigns',
    subject: { kind: 'staff', id: staffId },
    before: { campaigns: before },
    after: { campaigns: after },
  })
  const byId = actorId(ctx) ?? null
  await enqueue(ctx, callOffPublishingJob, { staffId, byId }, { key: `call off ${staffId}` })
}

function namesOf(some: readonly { name: string }[]): string {
  return some.map(({ name }) => `“${name}”`).join(', ') || 'none'
}
