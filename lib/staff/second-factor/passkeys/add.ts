import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { staff, staffPasskeys } from '@/db/schema/index'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { oneLine } from '@/lib/kernel/text'
import { MINUTE } from '@/lib/kernel/time/durations'
import { typedText } from '@/lib/kernel/typed-text'
import { installationName } from '@/lib/settings/installation'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { ownId } from '@/lib/staff/own-id'
import { lockMember } from '@/lib/staff/second-factor/lock-member'
import { noteFactor } from '@/lib/staff/second-factor/note-factor'
import { codesWhereNone } from '@/lib/staff/second-factor/recovery-codes'
import { madeAnswer } from './answer'
import { giveChallenge, takeChallenge } from './challenge'
import { checked, type PasskeyRefused } from './refused'
import { relyingParty } from './relying-party'

/** Passkeys that one member can have: a browser takes a list of 64 at the most. */
export const MOST_PASSKEYS = 20
/** How long a browser waits for its owner. */
export const BROWSER_WAITS_MS = 5 * MINUTE
/** ES256, EdDSA, RS256 (RFC 8812 and 9053): what every version of Node checks. */
const ALGORITHMS = [-7, -8, -257]

const UNNAMED = 'Passkey'

/** What its owner calls a passkey, in a list where it can be seen; without a name it is called what it is. */
export const passkeyName = typedText(oneLine, 60, 'A name can have 60 characters at most').transform((name) =>
  /[\p{L}\p{N}\p{P}\p{S}]/u.test(name) ? name : UNNAMED,
)

/** What the browser of whoever asks is to make a passkey of; `null` where the site's address allows none. */
export async function beginPasskey(
  ctx: Context,
  sessionId: string,
): Promise<PublicKeyCredentialCreationOptionsJSON | null> {
  assertAllowed(ctx, 'account.add-factor')
  const rp = relyingParty(ctx.env)
  if (!rp) return null
  const staffId = ownId(ctx)
  const [member] = await ctx.db
    .select({ email: staff.email, name: staff.name })
    .from(staff)
    .where(eq(staff.id, staffId))
  const had = await ctx.db.select().from(staffPasskeys).where(eq(staffPasskeys.staffId, staffId))
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  return generateRegistrationOptions({
    rpID: rp.id,
    rpName: await installationName(ctx),
    userID: new TextEncoder().encode(staffId),
    userName: member?.email ?? '',
    userDisplayName: member?.name ?? member?.email ?? '',
    challenge: await giveChallenge(ctx, { sessionId, purpose: 'add' }),
    timeout: BROWSER_WAITS_MS,
    attestationType: 'none',
    excludeCredentials: had.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
}

/**
 * Adds the passkey that the browser of whoever asks has made. Gives new recovery codes, to be shown this once, where
 * they have none left.
 */
export async function addPasskey(
  ctx: Context,
  { sessionId, answer: text, name }: { sessionId: string; answer: string; name: z.output<typeof passkeyName> },
): Promise<{ codes: string[] } | { refused: PasskeyRefused }> {
  assertAllowed(ctx, 'account.add-factor')
  const [answer, rp] = [madeAnswer(text), relyingParty(ctx.env)]
  if (!answer || !rp) return { refused: 'no-answer' }
  const challenge = await takeChallenge(ctx, { sessionId, purpose: 'add' })
  if (!challenge) return { refused: 'late' }
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const made = await checked(() =>
    verifyRegistrationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  if (!made?.verified) return { refused: 'untrusted' }
  const { id, publicKey, counter } = made.registrationInfo.credential
  const staffId = ownId(ctx)
  return inTransaction(ctx, async (inner) => {
    await lockMember(inner, staffId)
    if ((await inner.db.$count(staffPasskeys, eq(staffPasskeys.staffId, staffId))) >= MOST_PASSKEYS)
      return { refused: 'too-many' }
    const { transports } = answer.response
    const [added] = await inner.db
      .insert(staffPasskeys)
      .values({ id, staffId, publicKey, counter, transports, name, addedAt: inner.now() })
      .onConflictDoNothing()
      .returning({ id: staffPasskeys.id })
    if (!added) return { refused: 'known' }
    await noteFactor(inner, staffId, 'passkey-added')
    return { codes: await codesWhereNone(inner, staffId) }
  })
}
