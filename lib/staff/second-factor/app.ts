import { and, eq, isNotNull, isNull, lt, or } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { staff, staffApps } from '@/db/schema/index'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { seal, unseal } from '@/lib/kernel/secrets/crypto'
import { SECOND } from '@/lib/kernel/time/durations'
import { installationName } from '@/lib/settings/installation'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { ownId } from '@/lib/staff/own-id'
import { lockMember } from './lock-member'
import { noteFactor } from './note-factor'
import { codesWhereNone } from './recovery-codes'

const PERIOD = 30
/** Steps of 30 s to either side that are taken: clocks of phones are off by some seconds (RFC 6238, 5.2). */
const STEPS_OFF = 1

/** An app that is being set up: its secret as people type it, and the address that a QR code holds. */
export type AppToSetUp = { secret: string; uri: string }

/** Begins to set an authenticator app up for whoever asks; nothing happens where they have one already. */
export async function beginApp(ctx: Context): Promise<void> {
  assertAllowed(ctx, 'account.add-factor')
  const staffId = ownId(ctx)
  const made = {
    staffId,
    secretSealed: seal(new Secret({ size: 20 }).base32, 'app-secret', staffId),
    addedAt: ctx.now(),
  }
  await ctx.db
    .insert(staffApps)
    .values(made)
    .onConflictDoUpdate({ target: staffApps.staffId, set: made, setWhere: isNull(staffApps.confirmedAt) })
}

/** The app that whoever asks is setting up; `null` where there is none, or it is set up already. */
export async function appToSetUp(ctx: Context): Promise<AppToSetUp | null> {
  assertAllowed(ctx, 'account.second-factor')
  const staffId = ownId(ctx)
  const [found] = await ctx.db
    .select({ email: staff.email, secretSealed: staffApps.secretSealed })
    .from(staffApps)
    .innerJoin(staff, eq(staff.id, staffApps.staffId))
    .where(and(eq(staffApps.staffId, staffId), isNull(staffApps.confirmedAt)))
  if (!found) return null
  const secret = unseal(found.secretSealed, 'app-secret', staffId)
  // A colon parts the two in the address that the app reads.
  const issuer = (await installationName(ctx)).replaceAll(':', ' ')
  return { secret, uri: new TOTP({ secret, issuer, label: found.email, period: PERIOD }).toString() }
}

/**
 * Ends the setting up where the code is right, and gives recovery codes, which are shown this once, where none are left;
 * `null` for a code that is wrong.
 */
export function confirmApp(ctx: Context, code: string): Promise<string[] | null> {
  assertAllowed(ctx, 'account.add-factor')
  const staffId = ownId(ctx)
  return inTransaction(ctx, async (inner) => {
    const step = await stepOf(inner, staffId, code)
    if (step === null) return null
    await lockMember(inner, staffId)
    const [confirmed] = await inner.db
      .update(staffApps)
      .set({ confirmedAt: inner.now(), lastStep: step })
      .where(and(eq(staffApps.staffId, staffId), isNull(staffApps.confirmedAt)))
      .returning({ staffId: staffApps.staffId })
    if (!confirmed) return null
    await noteFactor(inner, staffId, 'app-added')
    return codesWhereNone(inner, staffId)
  })
}

/** Takes a code of a member's app, once. Gives whether it was right. */
export async function takeAppCode(ctx: Context, staffId: string, code: string): Promise<boolean> {
  const step = await stepOf(ctx, staffId, code)
  if (step === null) return false
  const [taken] = await ctx.db
    .update(staffApps)
    .set({ lastStep: step })
    .where(
      and(
        eq(staffApps.staffId, staffId),
        isNotNull(staffApps.confirmedAt),
        or(isNull(staffApps.lastStep), lt(staffApps.lastStep, step)),
      ),
    )
    .returning({ staffId: staffApps.staffId })
  return taken !== undefined
}

async function stepOf({ db, now }: Context, staffId: string, code: string): Promise<number | null> {
  const [found] = await db.select().from(staffApps).where(eq(staffApps.staffId, staffId))
  if (!found) return null
  const totp = new TOTP({ secret: unseal(found.secretSealed, 'app-secret', staffId), period: PERIOD })
  const timestamp = now().getTime()
  const off = totp.validate({ token: code, timestamp, window: STEPS_OFF })
  return off === null ? null : Math.floor(timestamp / (PERIOD * SECOND)) + off
}
