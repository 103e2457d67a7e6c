import { eq } from 'drizzle-orm'
import { deliveryAttempts, letters } from '@/db/schema/index'
import { sendCopyJob } from '@/lib/delivery/jobs'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { DAY } from '@/lib/kernel/time/durations'
import { DAYS_FOR_A_REPLY } from '@/lib/letters/days-for-a-reply'
import { askAboutReplyJob } from '@/lib/letters/jobs'
import { moveLetter } from '@/lib/letters/move'

type AcceptedAttempt = {
  id: number
  letterId: string
  round: number
  mpId: string
  providerId: string | null
  reflected: boolean
}

/**
 * Notes that the service took one letter, in the caller's transaction: also one that is held because nobody knew.
 * Where another sending of it is under way by now, only the attempt is noted. Its writer gets a copy now, if they
 * have none, and the first time the question about a reply in two weeks.
 */
export async function acceptAttempt(ctx: Context, accepted: AcceptedAttempt): Promise<void> {
  const { id, letterId, round, mpId, providerId, reflected } = accepted
  const now = ctx.now()
  await ctx.db
    .update(deliveryAttempts)
    .set({ outcome: 'accepted', reason: null, endedAt: now, ...(providerId && { providerId }) })
    .where(eq(deliveryAttempts.id, id))
  const [before] = await ctx.db
    .select({ acceptedAt: letters.acceptedAt, copiedAt: letters.copiedAt, chases: letters.chases })
    .from(letters)
    .where(eq(letters.id, letterId))
  const set = { acceptedAt: now, mpId, dueAt: null, ...(reflected && { reflectedAt: now }) }
  const whereUnsettled = { from: ['held' as const], heldFor: ['unsettled' as const], inRound: round }
  const moved =
    (await moveLetter(ctx, letterId, { from: ['sending'], inRound: round, to: 'accepted', set })) ||
    (await moveLetter(ctx, letterId, { ...whereUnsettled, to: 'accepted', set }))
  if (!moved) return
  if (!before?.copiedAt) await enqueue(ctx, sendCopyJob, { letterId }, { key: `copy ${letterId}` })
  // Of an answer to one that chases another its writer is asked no more: they say so of the first.
  if (before?.acceptedAt || before?.chases) return
  const runAt = new Date(now.getTime() + DAYS_FOR_A_REPLY * DAY)
  await enqueue(ctx, askAboutReplyJob, { letterId, again: false }, { key: `reply ${letterId}`, runAt })
}
