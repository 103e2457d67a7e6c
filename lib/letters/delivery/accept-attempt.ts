import { eq } from 'drizzle-orm'
import { deliveryAttempts, letters } from '@/db/schema'
import { enqueue } from '../../jobs/enqueue'
import type { Context } from '../../kernel/context'
import { moveLetter } from '../move'

const DAY = 24 * 60 * 60 * 1000
const ASK_AFTER_DAYS = 14

type Taken = { id: number; letterId: string; mpId: string; providerId: string | null; reflected: boolean }

/**
 * Notes that the service took one letter, in the caller's transaction: also one that is held because nobody knew.
 * The first time, its writer gets a copy now, and the question about a reply in two weeks.
 */
export async function acceptAttempt(ctx: Context, { id, letterId, mpId, providerId, reflected }: Taken): Promise<void> {
  const now = ctx.now()
  await ctx.db
    .update(deliveryAttempts)
    .set({ outcome: 'accepted', reason: null, endedAt: now, ...(providerId && { providerId }) })
    .where(eq(deliveryAttempts.id, id))
  const [before] = await ctx.db.select({ acceptedAt: letters.acceptedAt }).from(letters).where(eq(letters.id, letterId))
  const set = { acceptedAt: now, mpId, dueAt: null, ...(reflected && { reflectedAt: now }) }
  const moved =
    (await moveLetter(ctx, letterId, { from: ['sending'], to: 'accepted', set })) ||
    (await moveLetter(ctx, letterId, { from: ['held'], heldFor: 'unsettled', to: 'accepted', set }))
  if (!moved || before?.acceptedAt) return
  await enqueue(ctx, 'send-copy', { letterId }, { key: `copy ${letterId}` })
  const runAt = new Date(now.getTime() + ASK_AFTER_DAYS * DAY)
  await enqueue(ctx, 'ask-about-reply', { letterId, again: false }, { key: `reply ${letterId}`, runAt })
}
