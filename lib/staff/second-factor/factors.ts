import { and, count, eq, isNotNull, isNull } from 'drizzle-orm'
import { staff, staffApps, staffPasskeys, staffRecoveryCodes, staffSessions } from '@/db/schema/index'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import type { FactorChange } from '@/lib/staff/jobs'
import { ownId } from '@/lib/staff/own-id'
import { lockAdmins } from '@/lib/staff/team/lock-admins'
import { hasFactor } from './has-factor'
import { lockMember } from './lock-member'
import { noteFactor } from './note-factor'
import { factorRequired } from './required'

export type Passkey = { id: string; name: string; addedAt: Date; usedAt: Date | null }

/** What a member can prove beside their mailbox. */
export type Factors = { appSince: Date | null; passkeys: Passkey[]; codesLeft: number }

/** The second factors of whoever asks. */
export function ownFactors(ctx: Context): Promise<Factors> {
  assertAllowed(ctx, 'account.see')
  return read(ctx, ownId(ctx))
}

/** The second factors of a member of the team. */
export async function factorsOf(ctx: Context, staffId: string): Promise<Factors> {
  assertAllowed(ctx, 'team.see')
  return read(ctx, staffId)
}

async function read(ctx: Context, staffId: string): Promise<Factors> {
  const [app] = await ctx.db
    .select({ since: staffApps.confirmedAt })
    .from(staffApps)
    .where(and(eq(staffApps.staffId, staffId), isNotNull(staffApps.confirmedAt)))
  const passkeys = await ctx.db
    .select({
      id: staffPasskeys.id,
      name: staffPasskeys.name,
      addedAt: staffPasskeys.addedAt,
      usedAt: staffPasskeys.usedAt,
    })
    .from(staffPasskeys)
    .where(eq(staffPasskeys.staffId, staffId))
    .orderBy(staffPasskeys.addedAt, staffPasskeys.id)
  const [codes] = await ctx.db
    .select({ left: count() })
    .from(staffRecoveryCodes)
    .where(and(eq(staffRecoveryCodes.staffId, staffId), isNull(staffRecoveryCodes.usedAt)))
  return { appSince: app?.since ?? null, passkeys, codesLeft: codes?.left ?? 0 }
}

/**
 * Takes the authenticator app of whoever asks away. Throws an `ExpectedFailure` where it is the last factor of an
 * administrator, and administrators need one.
 */
export function removeApp(ctx: Context): Promise<void> {
  return remove(ctx, async ({ db }, staffId) => {
    const gone = await db.delete(staffApps).where(eq(staffApps.staffId, staffId)).returning({ id: staffApps.staffId })
    return gone.length > 0 ? 'app-removed' : null
  })
}

/** Takes a passkey of whoever asks away; nobody else's. Throws as for an app. */
export function removePasskey(ctx: Context, id: string): Promise<void> {
  return remove(ctx, async ({ db }, staffId) => {
    const isIt = and(eq(staffPasskeys.id, id), eq(staffPasskeys.staffId, staffId))
    const gone = await db.delete(staffPasskeys).where(isIt).returning({ id: staffPasskeys.id })
    return gone.length > 0 ? 'passkey-removed' : null
  })
}

function remove(ctx: Context, from: (ctx: Context, staffId: string) => Promise<FactorChange | null>): Promise<void> {
  assertAllowed(ctx, 'account.remove-factor')
  const staffId = ownId(ctx)
  return inTransaction(ctx, async (inner) => {
    await lockMember(inner, staffId)
    const change = await from(inner, staffId)
    if (!change) return
    if ((await inner.db.$count(staff, and(eq(staff.id, staffId), hasFactor))) === 0) {
      if (inner.actor.kind === 'staff' && inner.actor.role === 'admin' && (await factorRequired.readNow(inner)))
        throw new ExpectedFailure(
          'Administrators need a second factor here: add another first, or have them do without',
        )
      await forgetCodes(inner, staffId)
    }
    await noteFactor(inner, staffId, change)
  })
}

/** Takes all of another member's second factor away, for who has lost it, and signs them out everywhere; both are told. */
export function resetFactors(ctx: Context, staffId: string): Promise<boolean> {
  assertAllowed(ctx, 'team.reset-factor')
  return inTransaction(ctx, async (inner) => {
    await lockAdmins(inner, { leaving: null })
    await lockMember(inner, staffId)
    if (!(await forgetFactors(inner, staffId))) return false
    await inner.db.delete(staffSessions).where(eq(staffSessions.userId, staffId))
    await noteFactor(inner, staffId, 'reset')
    return true
  })
}

async function forgetFactors(ctx: Context, staffId: string): Promise<boolean> {
  const apps = await ctx.db.delete(staffApps).where(eq(staffApps.staffId, staffId)).returning({ id: staffApps.staffId })
  const passkeys = await ctx.db
    .delete(staffPasskeys)
    .where(eq(staffPasskeys.staffId, staffId))
    .returning({ id: staffPasskeys.id })
  await forgetCodes(ctx, staffId)
  return apps.length + passkeys.length > 0
}

async function forgetCodes({ db }: Context, staffId: string): Promise<void> {
  await db.delete(staffRecoveryCodes).where(eq(staffRecoveryCodes.staffId, staffId))
}
