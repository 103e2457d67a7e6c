import { and, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import { supporters, webhookAttempts, webhookDeliveries, webhookEndpoints } from '@/db/schema/index'
import { anyOfIds } from '@/lib/kernel/any-of-ids'
import type { Context } from '@/lib/kernel/context'
import { inBatches, someOf } from '@/lib/kernel/in-batches'
import { DAY } from '@/lib/kernel/time/durations'

/** Days that is kept how deliveries went, and what a receiver answered on refusing one. */
export const DELIVERIES_KEPT_DAYS = 30
export const ANSWERS_KEPT_DAYS = 7

/**
 * Forgets what was kept long enough, in batches. That a supporter was passed on stays as long as they do themselves:
 * they can ask to whom (UK GDPR article 15(1)(c)). What waits stays too: it is still to be said. Gives how many
 * deliveries were forgotten; `tell` hears of each batch of them.
 */
export async function forgetDeliveries(ctx: Context, tell?: (rows: number) => Promise<void>): Promise<number> {
  const before = (days: number) => new Date(ctx.now().getTime() - days * DAY)
  const answered = and(isNotNull(webhookAttempts.answerSealed), lte(webhookAttempts.at, before(ANSWERS_KEPT_DAYS)))
  await inBatches(ctx, async ({ db }) => {
    const emptied = await db
      .update(webhookAttempts)
      .set({ answerSealed: null })
      .where(someOf(webhookAttempts, answered))
    return emptied.count
  })
  await ctx.db
    .update(webhookEndpoints)
    .set({ oldSecretSealed: null, oldSecretUntil: null })
    .where(lte(webhookEndpoints.oldSecretUntil, ctx.now()))
  const tried = lte(webhookAttempts.at, before(DELIVERIES_KEPT_DAYS))
  await inBatches(ctx, async ({ db }) => (await db.delete(webhookAttempts).where(someOf(webhookAttempts, tried))).count)
  const passedOn = sql`(${webhookDeliveries.event} = 'supporter.confirmed' and ${webhookDeliveries.outcome} = 'delivered'
    and exists (select from ${supporters} s where s.id = ${webhookDeliveries.supporterId} and s.erased_at is null))`
  const ended = and(lte(webhookDeliveries.endedAt, before(DELIVERIES_KEPT_DAYS)), sql`not ${passedOn}`)
  return inBatches(
    ctx,
    async ({ db }) => (await db.delete(webhookDeliveries).where(someOf(webhookDeliveries, ended))).count,
    tell,
  )
}

/** Forgets what receivers answered about these supporters, in the caller's transaction. */
export async function forgetResponsesAbout({ db }: Context, supporterIds: string[]): Promise<void> {
  const own = db
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(anyOfIds(webhookDeliveries.supporterId, supporterIds))
  await db.update(webhookAttempts).set({ answerSealed: null }).where(inArray(webhookAttempts.deliveryId, own))
}

/** To which hosts a supporter's data were passed, and when; a webhook that was removed is named as well. */
export function passedOnTo({ db }: Context, supporterId: string) {
  return db
    .select({ to: webhookEndpoints.host, at: webhookDeliveries.endedAt })
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .where(
      and(
        eq(webhookDeliveries.supporterId, supporterId),
        eq(webhookDeliveries.event, 'supporter.confirmed'),
        eq(webhookDeliveries.outcome, 'delivered'),
        isNull(webhookDeliveries.dueAt),
      ),
    )
    .orderBy(webhookDeliveries.endedAt)
}
