import { randomBytes } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import { type passkeyPurposes, staffPasskeyChallenges } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { MINUTE } from '@/lib/kernel/time/durations'

/** Minutes for which a page that asks for a passkey may stand open. */
const MINUTES = 10
/** One that has so many left is given out again: a second tab does not end the first. */
const MINUTES_TO_SHARE = 5

/** In which session something is to be signed, and what for. */
export type Signing = { sessionId: string; purpose: (typeof passkeyPurposes)[number] }

/** What is to be signed now, as bytes. */
export async function giveChallenge(
  { db, now }: Context,
  { sessionId, purpose }: Signing,
): Promise<Uint8Array<ArrayBuffer>> {
  const after = (minutes: number) => new Date(now().getTime() + minutes * MINUTE)
  const made = { sessionId, purpose, challenge: randomBytes(32).toString('base64url'), expires: after(MINUTES) }
  const { sessionId: session, purpose: why, challenge, expires } = staffPasskeyChallenges
  await db
    .insert(staffPasskeyChallenges)
    .values(made)
    .onConflictDoUpdate({ target: [session, why], set: made, setWhere: lt(expires, after(MINUTES_TO_SHARE)) })
  const [given] = await db
    .select({ challenge })
    .from(staffPasskeyChallenges)
    .where(and(eq(session, sessionId), eq(why, purpose)))
  return Uint8Array.from(Buffer.from(given?.challenge ?? made.challenge, 'base64url'))
}

/** Takes what was to be signed, so that it is taken once; `null` where nothing was, or too long ago. */
export async function takeChallenge({ db, now }: Context, { sessionId, purpose }: Signing): Promise<string | null> {
  const { sessionId: session, purpose: why, challenge, expires } = staffPasskeyChallenges
  const [taken] = await db
    .delete(staffPasskeyChallenges)
    .where(and(eq(session, sessionId), eq(why, purpose)))
    .returning({ challenge, expires })
  return taken && taken.expires > now() ? taken.challenge : null
}
