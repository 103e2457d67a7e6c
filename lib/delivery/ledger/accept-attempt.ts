import { eq } from 'drizzle-orm'
import { deliveryAttempts, letters } from '@/db/schema/index'
import { sendCopyJob } from '@/lib/delivery/jobs'
import { enqueueAll } from '@/lib/jobs/enqueue'
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
  if (moved && before) await queueWhatFollows(ctx, [{ letterId, ...before }])
}

/** Letters that the service has just taken, and how they were before. */
export type Taken = { letterId: string; acceptedAt: Date | null; copiedAt: Date | null; chases: string | null }

/** Queues the copies for their writers, and the questions about a reply. */
export async function queueWhatFollows(ctx: Context, taken: readonly Taken[]): Promise<void> {
  const uncopied = taken.filter(({ copiedAt }) => !copiedAt)
  await enqueueAll(
    ctx,
    sendCopyJob,
    uncopied.map(({ letterId }) => ({ payload: { letterId }, key: `copy ${letterId}` })),
  )
  // Of an answer to one that chases another its writer is asked no more: they say so of the first.
  const unasked = taken.filter(({ acceptedAt, chases }) => !acceptedAt && !chases)
  await enqueueAll(
    ctx,
    askAboutReplyJob,
    unasked.map(({ letterId }) => ({ payload: { letterId, again: false }, key: `reply ${letterId}` })),
    { runAt: new Date(ctx.now().getTime() + DAYS_FOR_A_REPLY * DAY) },
  )
}
