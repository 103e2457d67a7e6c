import { createHash } from 'node:crypto'
import { and, eq, gt, isNull, lte, ne, or } from 'drizzle-orm'
import { staff, staffSessions, type WayIn } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { HOUR, MINUTE } from '@/lib/kernel/time/durations'
import { limitedTo } from '@/lib/staff/own-campaigns'
import { hasFactor as memberHasFactor } from '@/lib/staff/second-factor/has-factor'

/** Hours after which a session ends, whatever was done in it. */
export const SESSION_HOURS = 8
/** Minutes without a request after which an administrator's session ends. */
export const ADMIN_IDLE_MINUTES = 30

export type Member = Pick<typeof staff.$inferSelect, 'id' | 'email' | 'name' | 'role'> & {
  /** Ids of the campaigns that they work on; null for all. */
  limitedTo: string[] | null
}

/**
 * A session that lives, as of its request of now, `seenAt`. `idleEnds` is when it ends if nothing more is asked in
 * it; `null` where that does not end it.
 */
export type Session = {
  id: string
  member: Member
  seenAt: Date
  expires: Date
  idleEnds: Date | null
  by: WayIn
  hasFactor: boolean
  /** When they last proved who they are. */
  provenAt: Date | null
}

/** The member whose session a token is, having noted that it is in use; `null` when it has ended. */
export async function findSession(ctx: Context, token: string): Promise<Session | null> {
  const now = ctx.now()
  const idleSince = new Date(now.getTime() - ADMIN_IDLE_MINUTES * MINUTE)
  const [found] = await ctx.db
    .update(staffSessions)
    .set({ seenAt: now })
    .from(staff)
    .where(
      and(
        eq(staffSessions.sessionToken, sessionHash(token)),
        eq(staff.id, staffSessions.userId),
        gt(staffSessions.expires, now),
        isNull(staffSessions.factorDueSince),
        or(ne(staff.role, 'admin'), gt(staffSessions.seenAt, idleSince)),
      ),
    )
    .returning({
      sessionId: staffSessions.sessionToken,
      expires: staffSessions.expires,
      by: staffSessions.by,
      provenAt: staffSessions.provenAt,
      hasFactor: memberHasFactor,
      id: staff.id,
      email: staff.email,
      name: staff.name,
      role: staff.role,
      limitedTo,
    })
  if (!found) return null
  const { sessionId, expires, by, hasFactor, provenAt, ...member } = found
  const idleEnds = member.role === 'admin' ? new Date(now.getTime() + ADMIN_IDLE_MINUTES * MINUTE) : null
  return { id: sessionId, seenAt: now, expires, idleEnds, member, by, hasFactor, provenAt }
}

type Start = { token: string; userId: string; browser?: string; by?: WayIn; provenAt?: Date }

/**
 * Starts a member's session under a token that only their browser keeps; ends those that have run out. Begun by a link,
 * it waits for the second factor of who has one.
 */
export async function startSession(
  ctx: Context,
  { token, userId, browser = '', by = 'link', provenAt }: Start,
): Promise<Date> {
  const now = ctx.now()
  const expires = new Date(now.getTime() + SESSION_HOURS * HOUR)
  await ctx.db.delete(staffSessions).where(lte(staffSessions.expires, now))
  const isFactorDue = by === 'link' && (await ctx.db.$count(staff, and(eq(staff.id, userId), memberHasFactor))) > 0
  await ctx.db.insert(staffSessions).values({
    sessionToken: sessionHash(token),
    userId,
    expires,
    startedAt: now,
    seenAt: now,
    browser,
    by,
    provenAt: provenAt ?? now,
    factorDueSince: isFactorDue ? now : null,
  })
  return expires
}

/** Ends a session. */
export async function endSession(ctx: Context, token: string): Promise<void> {
  await ctx.db.delete(staffSessions).where(eq(staffSessions.sessionToken, sessionHash(token)))
}

/** What a session is kept by: the cookie alone holds its token. */
export function sessionHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
