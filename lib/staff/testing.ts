import { eq } from 'drizzle-orm'
import { audit, type Role, staff } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** Puts a member on the team, for tests, and gives the context in which they act. */
export async function memberContext(ctx: Context, role: Role, email = `${role}@example.org`): Promise<Context> {
  const [made] = await ctx.db.insert(staff).values({ email, role }).returning({ id: staff.id })
  return { ...ctx, actor: { kind: 'staff', id: made?.id ?? '', role } }
}

/** What was written into the audit under a verb, for tests. */
export function auditOf(ctx: Context, verb: string) {
  return ctx.db
    .select({ actorKind: audit.actorKind, actorId: audit.actorId, before: audit.before, after: audit.after })
    .from(audit)
    .where(eq(audit.verb, verb))
}
