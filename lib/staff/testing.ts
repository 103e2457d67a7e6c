import { eq } from 'drizzle-orm'
import { audit, type Role, staff, staffCampaigns } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** Puts a member on the team, for tests, and gives the context in which they act. */
export async function memberContext(ctx: Context, role: Role, email = `${role}@example.org`): Promise<Context> {
  const [made] = await ctx.db.insert(staff).values({ email, role }).returning({ id: staff.id })
  return { ...ctx, actor: { kind: 'staff', id: made?.id ?? '', role, limitedTo: null } }
}

/** The same of a member who works on these campaigns alone. */
export async function limitedContext(ctx: Context, role: Role, limitedTo: string[], email?: string): Promise<Context> {
  const { actor } = await memberContext(ctx, role, email)
  if (actor.kind !== 'staff') throw new Error('A member of staff was made.')
  await ctx.db.update(staff).set({ limitedAt: ctx.now() }).where(eq(staff.id, actor.id))
  if (limitedTo.length > 0)
    await ctx.db.insert(staffCampaigns).values(limitedTo.map((campaignId) => ({ staffId: actor.id, campaignId })))
  return { ...ctx, actor: { ...actor, limitedTo } }
}

/** What was written into the audit under a verb, for tests. */
export function auditOf(ctx: Context, verb: string) {
  return ctx.db
    .select({ actorKind: audit.actorKind, actorId: audit.actorId, before: audit.before, after: audit.after })
    .from(audit)
    .where(eq(audit.verb, verb))
}
