import { and, desc, eq, gt, ne } from 'drizzle-orm'
import { staffSessions } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { ownId } from '@/lib/staff/own-id'

export type OwnSession = { id: string; browser: string; startedAt: Date; seenAt: Date; expires: Date }

/** The sessions of whoever asks that have not run out, the one in use last first. */
export function ownSessions(ctx: Context): Promise<OwnSession[]> {
  assertAllowed(ctx, 'account.see')
  return ctx.db
    .select({
      id: staffSessions.sessionToken,
      browser: staffSessions.browser,
      startedAt: staffSessions.startedAt,
      seenAt: staffSessions.seenAt,
      expires: staffSessions.expires,
    })
    .from(staffSessions)
    .where(and(eq(staffSessions.userId, ownId(ctx)), gt(staffSessions.expires, ctx.now())))
    .orderBy(desc(staffSessions.seenAt), staffSessions.sessionToken)
}

/** Ends one of the actor's own sessions, or all but one. Gives how many were ended: nobody else's are ever touched. */
export function endOwnSessions(ctx: Context, which: { id: string } | { allBut: string }): Promise<number> {
  assertAllowed(ctx, 'account.end-session')
  const { sessionToken, userId } = staffSessions
  return inTransaction(ctx, async (inner) => {
    const ended = await inner.db
      .delete(staffSessions)
      .where(
        and(
          eq(userId, ownId(ctx)),
          'id' in which ? eq(sessionToken, which.id) : ne(sessionToken, which.allBut),
          gt(staffSessions.expires, ctx.now()),
        ),
      )
      .returning({ id: sessionToken })
    if (ended.length > 0) {
      const subject = { kind: 'staff', id: ownId(ctx) }
      await recordAudit(inner, { verb: 'account.end-session', subject, after: { sessions: ended.length } })
    }
    return ended.length
  })
}
