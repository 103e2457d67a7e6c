import { and, eq, isNull, sql } from 'drizzle-orm'
import { supporters } from '@/db/schema'
import type { Context } from '../kernel/context'
import { inTransaction } from '../kernel/context'
import { constraintOf } from '../kernel/database-error'
import { earlierSignature } from './earlier-signature'

/** `taken`: this person has signed already. `full`: two people have signed with this address already. */
export type Confirmed = 'confirmed' | 'already' | 'taken' | 'full'

/**
 * Confirms a sign-up. Who has signed is settled by the unique indexes alone: of two confirmations
 * at once, one waits for the other and is refused.
 */
export async function confirmSupporter(ctx: Context, supporterId: string): Promise<Confirmed> {
  // A household's two places can be taken at once by two people: the later looks again.
  for (let tries = 0; tries < 3; tries++) {
    try {
      return await inTransaction(ctx, (inner) => claim(inner, supporterId))
    } catch (error) {
      const constraint = constraintOf(error)
      if (constraint === 'supporters_one_signature') return 'taken'
      if (constraint !== 'supporters_household') throw error
      if ((await earlierSignature(ctx, supporterId))?.kind === 'same-person') return 'taken'
    }
  }
  return 'full'
}

async function claim(ctx: Context, supporterId: string): Promise<Confirmed> {
  const [row] = await ctx.db
    .update(supporters)
    .set({ confirmedAt: ctx.now(), householdPlace: sql`coalesce(${freePlace}, 2)` })
    .where(and(eq(supporters.id, supporterId), isNull(supporters.confirmedAt), isNull(supporters.erasedAt)))
    .returning({ id: supporters.id })
  return row ? 'confirmed' : 'already'
}

const freePlace = sql`(
  select min(place) from (values (1), (2)) places(place)
  where not exists (
    select 1 from supporters other
    where other.campaign_id = ${supporters.campaignId}
      and other.constituency_code = ${supporters.constituencyCode}
      and other.email_hash = ${supporters.emailHash}
      and other.household_place = place
      and other.confirmed_at is not null
      and other.erased_at is null
  )
)`
