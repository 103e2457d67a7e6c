import { and, eq, gt, isNotNull } from 'drizzle-orm'
import { type Role, staff, staffSessions } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { MINUTE } from '@/lib/kernel/time/durations'
import { noteSignIn } from '@/lib/staff/sign-in/note-sign-in'
import { sessionHash } from '@/lib/staff/sign-in/sessions'
import { takeAppCode } from './app'
import { takeRecoveryCode } from './recovery-codes'

/** Minutes in which a sign-in has to be ended by its second factor. */
const MINUTES = 10

/** A sign-in that waits for its second factor. */
export type HalfSignedIn = { sessionId: string; staffId: string; email: string; role: Role }

/** The sign-in that a session's token began and a second factor has to end; `null` where there is none. */
export async function halfSignedIn({ db, now }: Context, token: string): Promise<HalfSignedIn | null> {
  const [found] = await db
    .select({ sessionId: staffSessions.sessionToken, staffId: staff.id, email: staff.email, role: staff.role })
    .from(staffSessions)
    .innerJoin(staff, eq(staff.id, staffSessions.userId))
    .where(
      and(
        eq(staffSessions.sessionToken, sessionHash(token)),
        gt(staffSessions.factorDueSince, new Date(now().getTime() - MINUTES * MINUTE)),
      ),
    )
  return found ?? null
}

/** Takes a code of the member's app, or a recovery code, each once. Gives whether it was right. */
export function takeCode(ctx: Context, staffId: string, typed: string): Promise<boolean> {
  const digits = typed.replace(/\s/g, '')
  return /^\d{6}$/.test(digits) ? takeAppCode(ctx, staffId, digits) : takeRecoveryCode(ctx, staffId, typed)
}

/** Ends a sign-in whose second factor was proven. */
export async function endSignIn(ctx: Context, { sessionId, staffId: id, role }: HalfSignedIn): Promise<void> {
  await ctx.db
    .update(staffSessions)
    .set({ factorDueSince: null, seenAt: ctx.now(), provenAt: ctx.now() })
    .where(and(eq(staffSessions.sessionToken, sessionId), isNotNull(staffSessions.factorDueSince)))
  await noteSignIn({ ...ctx, actor: { kind: 'staff', id, role, limitedTo: [] } }, 'second-factor')
}

/** Notes that whoever has a session has just proven again who they are. */
export async function noteProven({ db, now }: Context, sessionId: string): Promise<void> {
  await db.update(staffSessions).set({ provenAt: now() }).where(eq(staffSessions.sessionToken, sessionId))
}
