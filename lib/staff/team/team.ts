import { and, asc, eq, gt, max, type SQL } from 'drizzle-orm'
import { type Role, staff, staffSessions } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { limitedTo } from '@/lib/staff/own-campaigns'

export type TeamMember = {
  id: string
  email: string
  /** What they want to be called; `null` where they have not said. */
  name: string | null
  role: Role
  /** Ids of the campaigns that they work on; `null` for all. */
  limitedTo: string[] | null
  /** When they last signed in; `null` until the first time. */
  signedInAt: Date | null
  /** Their last request in a session that is kept still. */
  seenAt: Date | null
}

/** Everyone on the team, by e-mail. */
export function team(ctx: Context): Promise<TeamMember[]> {
  return membersWhere(ctx, undefined)
}

/** One member of the team; `null` where there is none. */
export async function teamMember(ctx: Context, id: string): Promise<TeamMember | null> {
  const [member] = await membersWhere(ctx, eq(staff.id, id))
  return member ?? null
}

async function membersWhere(ctx: Context, condition: SQL | undefined): Promise<TeamMember[]> {
  assertAllowed(ctx, 'team.see')
  return ctx.db
    .select({
      id: staff.id,
      email: staff.email,
      name: staff.name,
      role: staff.role,
      limitedTo,
      // What Auth.js notes at every sign-in by e-mail.
      signedInAt: staff.emailVerified,
      seenAt: max(staffSessions.seenAt),
    })
    .from(staff)
    .leftJoin(staffSessions, and(eq(staffSessions.userId, staff.id), gt(staffSessions.expires, ctx.now())))
    .where(condition)
    .groupBy(staff.id)
    .orderBy(asc(staff.email))
}
