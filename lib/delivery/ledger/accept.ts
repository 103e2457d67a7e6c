import { and, eq, isNull, sql } from 'drizzle-orm'
import { deliveryAttempts, deliveryBatches, letters } from '@/db/schema/index'
import { applyStoredEvents } from '@/lib/delivery/events/apply-stored'
import { anyOfIds } from '@/lib/kernel/any-of-ids'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { moveSome } from '@/lib/letters/move'
import { acceptAttempt, queueWhatFollows } from './accept-attempt'
import type { Batch } from './end-batch'

/**
 * The service took every letter of the call, and gave each a name of its own, in their order. Settled in as many
 * statements for a hundred letters as for one; but one that is not just being sent any more, by itself.
 */
export function accept(ctx: Context, batch: Batch, providerIds: string[], reflected: boolean): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    const now = inner.now()
    await inner.db
      .update(deliveryBatches)
      .set({ endedAt: now })
      .where(and(eq(deliveryBatches.id, batch.id), isNull(deliveryBatches.endedAt)))
    const named = Object.fromEntries(batch.attempts.map(({ id }, place) => [id, providerIds[place] ?? null]))
    await inner.db
      .update(deliveryAttempts)
      .set({
        outcome: 'accepted',
        reason: null,
        endedAt: now,
        providerId: sql`coalesce(${JSON.stringify(named)}::jsonb ->> ${deliveryAttempts.id}::text, ${deliveryAttempts.providerId})`,
        messageSealed: null,
      })
      .where(eq(deliveryAttempts.batchId, batch.id))
    const taken = await moved(inner, batch, reflected)
    for (const [place, attempt] of batch.attempts.entries()) {
      if (taken.has(attempt.letterId)) continue
      await acceptAttempt(inner, { ...attempt, providerId: providerIds[place] ?? null, reflected })
    }
    await applyStoredEvents(inner, providerIds)
  })
}

/** Moves the letters that are just being sent by these attempts; gives them. */
async function moved(ctx: Context, batch: Batch, reflected: boolean): Promise<Set<string>> {
  const ids = batch.attempts.map(({ letterId }) => letterId)
  const before = await ctx.db
    .select({
      letterId: letters.id,
      acceptedAt: letters.acceptedAt,
      copiedAt: letters.copiedAt,
      chases: letters.chases,
    })
    .from(letters)
    .where(anyOfIds(letters.id, ids))
  const attempt = sql`from delivery_attempts a where a.batch_id = ${batch.id} and a.letter_id = ${letters.id}`
  const now = ctx.now()
  const taken = await moveSome(ctx, ids, {
    from: ['sending'],
    to: 'accepted',
    where: sql`exists (select ${attempt} and a.round = ${letters.round})`,
    set: {
      acceptedAt: now,
      mpId: sql`(select a.mp_id ${attempt})`,
      dueAt: null,
      ...(reflected && { reflectedAt: now }),
    },
  })
  await queueWhatFollows(
    ctx,
    ids.flatMap((id) => before.filter(({ letterId }) => letterId === id && taken.has(id))),
  )
  return taken
}
