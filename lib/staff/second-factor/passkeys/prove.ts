import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { and, eq, lt, or, sql } from 'drizzle-orm'
import { staffPasskeys } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { noteFactor } from '@/lib/staff/second-factor/note-factor'
import { BROWSER_WAITS_MS } from './add'
import { signedAnswer } from './answer'
import { giveChallenge, takeChallenge } from './challenge'
import { checked, type PasskeyRefused } from './refused'
import { relyingParty } from './relying-party'

type Who = { sessionId: string; staffId: string }

/** What a member's browser is to have a passkey sign; `null` where they have none, or the site's address allows none. */
export async function askForPasskey(
  ctx: Context,
  { sessionId, staffId }: Who,
): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const rp = relyingParty(ctx.env)
  const had = rp ? await ctx.db.select().from(staffPasskeys).where(eq(staffPasskeys.staffId, staffId)) : []
  if (!rp || had.length === 0) return null
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  return generateAuthenticationOptions({
    rpID: rp.id,
    challenge: await giveChallenge(ctx, { sessionId, purpose: 'prove' }),
    timeout: BROWSER_WAITS_MS,
    allowCredentials: had.map(({ id, transports }) => ({ id, transports })),
    userVerification: 'required',
  })
}

/**
 * Takes what a passkey of a member has signed, once. Gives why it was refused, `null` where it was right. Of one that
 * may have been copied, since it counts backwards, its owner is told.
 */
export async function takePasskey(
  ctx: Context,
  { sessionId, staffId }: Who,
  text: string,
): Promise<PasskeyRefused | null> {
  const [answer, rp] = [signedAnswer(text), relyingParty(ctx.env)]
  if (!answer || !rp) return 'no-answer'
  const challenge = await takeChallenge(ctx, { sessionId, purpose: 'prove' })
  if (!challenge) return 'late'
  const isIt = and(eq(staffPasskeys.id, answer.id), eq(staffPasskeys.staffId, staffId))
  const [found] = await ctx.db.select().from(staffPasskeys).where(isIt)
  if (!found) return 'unknown'
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const signed = await checked(() =>
    verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      // How often it was used is settled below, by one statement.
      credential: { id: found.id, publicKey: Uint8Array.from(found.publicKey), counter: 0 },
      requireUserVerification: true,
    }),
  )
  if (!signed?.verified) return 'untrusted'
  const counter = signed.authenticationInfo.newCounter
  const countsOn = or(lt(staffPasskeys.counter, counter), and(eq(staffPasskeys.counter, 0), sql`${counter} = 0`))
  const [used] = await ctx.db
    .update(staffPasskeys)
    .set({ counter, usedAt: ctx.now() })
    .where(and(isIt, countsOn))
    .returning({ id: staffPasskeys.id })
  if (used) return null
  await noteFactor(ctx, staffId, 'passkey-refused')
  return 'copied'
}
