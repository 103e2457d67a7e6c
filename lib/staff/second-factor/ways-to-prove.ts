import { and, eq, isNotNull } from 'drizzle-orm'
import { staffApps } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { askForPasskey } from './passkeys/prove'

/** Whether a member has an authenticator app, and what a passkey of theirs is to sign, if one can. */
export type WaysToProve = { app: boolean; passkey: Awaited<ReturnType<typeof askForPasskey>> }

/** By what a member can prove in a session who they are, recovery codes aside. */
export async function waysToProve(ctx: Context, who: { sessionId: string; staffId: string }): Promise<WaysToProve> {
  const isSetUp = and(eq(staffApps.staffId, who.staffId), isNotNull(staffApps.confirmedAt))
  return { app: (await ctx.db.$count(staffApps, isSetUp)) > 0, passkey: await askForPasskey(ctx, who) }
}
