import { and, count, eq, isNotNull, isNull } from 'drizzle-orm'
import { staffApps, staffRecoveryCodes, staffSessions } from '@/db/schema/index'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { ownId } from '@/lib/staff/own-id'
import { lockAdmins } from '@/lib/staff/team/lock-admins'
import { noteFactor } from './note-factor'
import { factorRequired } from './required'

/** What a member can prove beside their mailbox. */
export type Factors = { appSince: Date | null; codesLeft: number }

/** The second factor of whoever asks. */
export function ownFactors(ctx: Context): Promise<Factors> {
  assertAllowed(ctx, 'account.see')
  return read(ctx, ownId(ctx))
}

/** The second factor of a member of the team. */
export async function factorsOf(ctx: Context, staffId: string): Promise<Factors> {
  assertAllowed(ctx, 'team.see')
  return read(ctx, staffId)
}

async function read(ctx: Context, staffId: string): Promise<Factors> {
  const [app] = await ctx.db
    .select({ since: staffApps.confirmedAt })
    .from(staffApps)
    .where(and(eq(staffApps.staffId, staffId), isNotNull(staffApps.confirmedAt)))
  const [codes] = await ctx.db
    .select({ left: count() })
    .from(staffRecoveryCodes)
    .where(and(eq(staffRecoveryCodes.staffId, staffId), isNull(staffRecoveryCodes.usedAt)))
  return { appSince: app?.since ?? null, codesLeft: codes?.left ?? 0 }
}

/** Takes the authenticator app of whoever asks away. Throws an `ExpectedFailure` where they need it as an administrator. */
export function removeApp(ctx: Context): Promise<void> {
  assertAllowed(ctx, 'account.remove-factor')
  const staffId = ownId(ctx)
  return inTransaction(ctx, async (inner) => {
    if (inner.actor.kind === 'staff' && inner.actor.role === 'admin' && (await factorRequired.readNow(inner)))
      throw new ExpectedFailure('Administrators need a second factor here: switch that off first, on the team’s page')
    const gone = await forgetFactors(inner, staffId)
    if (gone) await noteFactor(inner, staffId, 'app-removed')
  })
}

/** Takes all of another member's second factor away, for who has lost it, and signs them out everywhere; both are told. */
export function resetFactors(ctx: Context, staffId: string): Promise<boolean> {
  assertAllowed(ctx, 'team.reset-factor')
  return inTransaction(ctx, async (inner) => {
    await lockAdmins(inner, { leaving: null })
    if (!(await forgetFactors(inner, staffId))) return false
    await inner.db.delete(staffSessions).where(eq(staffSessions.userId, staffId))
    await noteFactor(inner, staffId, 'reset')
    return true
  })
}

async function forgetFactors({ db }: Context, staffId: string): Promise<boolean> {
  const gone = await db.delete(staffApps).where(eq(staffApps.staffId, staffId)).returning({ id: staffApps.staffId })
  await db.delete(staffRecoveryCodes).where(eq(staffRecoveryCodes.staffId, staffId))
  return gone.length > 0
}
