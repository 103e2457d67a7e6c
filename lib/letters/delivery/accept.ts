import { and, eq, inArray, isNull } from 'drizzle-orm'
import { deliveryAttempts, deliveryBatches } from '@/db/schema'
import { enqueue } from '../../jobs/enqueue'
import { type Context, inTransaction } from '../../kernel/context'
import { moveLetter } from '../move'
import type { Batch } from './settle'

const DAY = 24 * 60 * 60 * 1000
const ASK_AFTER_DAYS = 14

/** The service took every letter of the call, and gave each a name of its own, in their order. */
export function accept(ctx: Context, batch: Batch, providerIds: string[], reflected: boolean): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    const endedAt = inner.now()
    await inner.db
      .update(deliveryBatches)
      .set({ endedAt })
      .where(and(eq(deliveryBatches.id, batch.id), isNull(deliveryBatches.endedAt)))
    for (const [place, attempt] of batch.attempts.entries()) {
      await acceptAttempt(inner, { ...attempt, providerId: providerIds[place] ?? null, reflected })
    }
    const ids = batch.attempts.map(({ id }) => id)
    await inner.db.update(deliveryAttempts).set({ messageSealed: null }).where(inArray(deliveryAttempts.id, ids))
  })
}

type Taken = { id: number; letterId: string; mpId: string; providerId: string | null; reflected: boolean }

/**
 * Notes that the service took one letter, in the caller's transaction: also one that is held because nobody knew.
 * Its writer gets a copy now, and the question about a reply in two weeks.
 */
export async function acceptAttempt(ctx: Context, { id, letterId, mpId, providerId, reflected }: Taken): Promise<void> {
  const now = ctx.now()
  await ctx.db
    .update(deliveryAttempts)
    .set({ outcome: 'accepted', reason: null, endedAt: now, ...(providerId && { providerId }) })
    .where(eq(deliveryAttempts.id, id))
  const set = { acceptedAt: now, mpId, dueAt: null, ...(reflected && { reflectedAt: now }) }
  const moved =
    (await moveLetter(ctx, letterId, { from: ['sending'], to: 'accepted', set })) ||
    (await moveLetter(ctx, letterId, { from: ['held'], heldFor: 'unsettled', to: 'accepted', set }))
  if (!moved) return
  await enqueue(ctx, 'send-copy', { letterId }, { key: `copy ${letterId}` })
  const runAt = new Date(now.getTime() + ASK_AFTER_DAYS * DAY)
  await enqueue(ctx, 'ask-about-reply', { letterId, again: false }, { key: `reply ${letterId}`, runAt })
}
