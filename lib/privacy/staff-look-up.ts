import { and, desc, eq, gt } from 'drizzle-orm'
import { z } from 'zod'
import { audit, campaigns, constituencies, letters, supporters } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { campaignName } from '@/lib/content/campaign-name'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { oneLine } from '@/lib/kernel/text'
import { HOUR } from '@/lib/kernel/time/durations'
import { changeEmail, type EmailChanged } from '@/lib/letters/confirming/change-email'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { canonicalEmail } from '@/lib/supporters/identity'
import { eraseByEmail } from './erase'

/** So many look-ups of one member in an hour: more are no answers to people who ask. */
export const LOOK_UPS_MOST = 60
const SHOWN_MOST = 50

/** Why somebody is looked up, as it stands in the audit: it holds nobody's address. */
export const lookUpReason = z
  .string()
  .transform(oneLine)
  .pipe(z.string().min(1, 'Say why: it stands in the audit').max(200, 'Use 200 characters at most'))
  .refine((reason) => !reason.includes('@'), 'Leave e-mail addresses out: the audit holds nobody’s')

type LookUp = { email: string; reason: string }

/**
 * Where the letters of an e-mail address stand, the newest first, for somebody who asked the team: without their text and
 * without a name. Each look-up is an audit row, with why and without the address. Throws a `Refusal` where the actor may
 * not, or looks up too often.
 */
export function lookUpByEmail(ctx: Context, { email, reason }: LookUp) {
  assertAllowed(ctx, 'letters.look-up')
  return inTransaction(ctx, async (inner) => {
    await refuseTooMany(inner)
    const found = await inner.db
      .select({
        id: letters.id,
        campaign: campaignName,
        constituency: constituencies.name,
        state: letters.state,
        heldReason: letters.heldReason,
        createdAt: letters.createdAt,
        confirmedAt: letters.confirmedAt,
        acceptedAt: letters.acceptedAt,
      })
      .from(letters)
      .innerJoin(supporters, eq(supporters.id, letters.supporterId))
      .innerJoin(campaigns, eq(campaigns.id, letters.campaignId))
      .innerJoin(constituencies, eq(constituencies.code, letters.constituencyCode))
      .where(eq(supporters.emailHash, await lookupHash(inner, canonicalEmail(email))))
      .orderBy(desc(letters.createdAt), desc(letters.id))
      .limit(SHOWN_MOST)
    const subject = { kind: 'letters', id: `${found.length}` }
    await recordAudit(inner, { verb: 'letters.look-up', subject, after: { reason } })
    return found
  })
}

/** A letter as a look-up shows it. */
export type LookedUp = Awaited<ReturnType<typeof lookUpByEmail>>[number]

async function refuseTooMany({ db, actor, now }: Context): Promise<void> {
  if (actor.kind !== 'staff') throw new Error('Only staff look people up.')
  const since = new Date(now().getTime() - HOUR)
  const own = and(eq(audit.verb, 'letters.look-up'), eq(audit.actorId, actor.id), gt(audit.at, since))
  if ((await db.$count(audit, own)) < LOOK_UPS_MOST) return
  throw new Refusal('too-many', `You have looked up ${LOOK_UPS_MOST} addresses within an hour. Wait a while.`)
}

/**
 * Gives a letter that waits to be confirmed another e-mail address, for its writer who mistyped theirs, and audits it
 * without either address. `gone` also where the letter is not of the address `email`.
 */
export async function changeEmailForWriter(
  ctx: Context,
  { letterId, email, to, reason }: LookUp & { letterId: string; to: string },
): Promise<EmailChanged> {
  assertAllowed(ctx, 'letters.change-email')
  return inTransaction(ctx, async (inner) => {
    const [own] = await inner.db
      .select({ id: letters.id })
      .from(letters)
      .innerJoin(supporters, eq(supporters.id, letters.supporterId))
      .where(
        and(
          eq(letters.id, letterId),
          eq(letters.state, 'unconfirmed'),
          eq(supporters.emailHash, await lookupHash(inner, canonicalEmail(email))),
        ),
      )
    if (!own) return 'gone'
    const changed = await changeEmail(inner, letterId, to)
    if (changed === 'asked') {
      const subject = { kind: 'letter', id: letterId }
      await recordAudit(inner, { verb: 'letters.change-email', subject, after: { reason } })
    }
    return changed
  })
}

/** Erases everything of an e-mail address, for its owner who asked the team. Gives how many sign-ups. */
export function eraseForOwner(ctx: Context, email: string): Promise<number> {
  assertAllowed(ctx, 'privacy.erase')
  return eraseByEmail(ctx, email)
}
