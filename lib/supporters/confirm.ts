import { and, eq, isNull, sql } from 'drizzle-orm'
import { supporters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { inTransaction } from '@/lib/kernel/context'
import { constraintOf } from '@/lib/kernel/faults/database-error'
import { earlierIn, HOUSEHOLD_MOST, withHousehold } from './two-names-a-household'

/**
 * `void`: another e-mail address was given since the link was mailed. `taken`: this person has signed already. `full`: two people have signed with this address already. `asked`: somebody of
 * nearly the same name has, and nobody has said yet that this is another person.
 */
export type Confirmed = 'confirmed' | 'void' | 'already' | 'taken' | 'full' | 'asked'

type Said = {
  /** So its owner says, where somebody of nearly the same name has signed with the address. */
  anotherPerson?: boolean
  /** The keyed hash of the e-mail that the link went to: one that went elsewhere confirms nothing. */
  sentTo?: string | null
}

/**
 * Confirms a sign-up, and does what `follows` in the same transaction: one for a person and campaign, whatever the seat. Who
 * has signed is settled by the unique indexes alone: of two confirmations at once, one waits for the other and is refused,
 * and begins again. So does one that has waited for a change of address.
 */
export async function confirmSupporter<Followed>(
  ctx: Context,
  supporterId: string,
  said: Said,
  follows: (inner: Context, outcome: Confirmed) => Promise<Followed>,
): Promise<Followed> {
  const settled = (outcome: Confirmed) => inTransaction(ctx, (inner) => follows(inner, outcome))
  for (let tries = 0; tries <= HOUSEHOLD_MOST; tries++) {
    try {
      const done = await inTransaction(ctx, async (inner) => {
        const confirmed = await takeHouseholdPlace(inner, supporterId, said)
        return confirmed && { followed: await follows(inner, confirmed) }
      })
      if (done) return done.followed
    } catch (error) {
      const constraint = constraintOf(error)
      if (constraint === 'supporters_one_signature') return settled('taken')
      if (constraint !== 'supporters_household') throw error
    }
  }
  return settled('full')
}

/**
 * Takes the place that was free when the household was read: who was confirmed since has it, and is not overlooked.
 * `null` where the sign-up is not any more what was read.
 */
async function takeHouseholdPlace(
  ctx: Context,
  supporterId: string,
  { anotherPerson = false, sentTo = null }: Said,
): Promise<Confirmed | null> {
  const found = await withHousehold(ctx, supporterId)
  if (found?.own.emailHash && sentTo && found.own.emailHash !== sentTo) return 'void'
  if (!found || found.own.confirmedAt || found.own.erasedAt) return 'already'
  const { own, members } = found
  const earlier = earlierIn(own, members)
  if (earlier?.kind === 'same-person') return 'taken'
  if (earlier?.kind === 'household-full') return 'full'
  if (earlier?.kind === 'perhaps-same' && !anotherPerson) return 'asked'
  const taken = new Set(members.map(({ place }) => place))
  const [row] = await ctx.db
    .update(supporters)
    .set({
      confirmedAt: ctx.now(),
      householdPlace: taken.has(1) ? 2 : 1,
      ...(own.updatesBasis === 'soft opt-in' && { updatesAskedAt: unlessRefusedBefore }),
    })
    .where(
      and(
        eq(supporters.id, supporterId),
        isNull(supporters.confirmedAt),
        isNull(supporters.erasedAt),
        own.emailHash ? eq(supporters.emailHash, own.emailHash) : undefined,
      ),
    )
    .returning({ id: supporters.id })
  return row ? 'confirmed' : null
}

/**
 * Silence makes nobody a subscriber whose address did not want updates before, in any campaign: refused them, did not ask
 * for them, or left.
 */
const unlessRefusedBefore = sql`case when ${supporters.updatesBasis} = 'soft opt-in' and exists (
  select 1 from supporters before
    where before.email_hash = ${supporters}.email_hash and before.id <> ${supporters}.id
      and (before.updates_asked_at is null or before.unsubscribed_at is not null)
  ) then null else ${supporters.updatesAskedAt} end`
