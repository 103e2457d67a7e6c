import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import { deliveryAttempts, deliveryBatches, letters } from '@/db/schema/index'
import { whoOfThemSits } from '@/lib/directory/who-sat'
import type { Context } from '@/lib/kernel/context'
import { log } from '@/lib/kernel/log'
import { MINUTE } from '@/lib/kernel/time/durations'
import { putOnWire } from '@/lib/mailer/send'
import { SendFailure } from '@/lib/mailer/send-failure'
import { accept } from './accept'
import { type Batch, holdUnsettled, keepOpen, putBack, refuse } from './end-batch'
import { unsealMessage } from './sealed-message'

/** The lease on a batch: longer than a call takes. After that another worker may retry it. */
const LEASE_MS = MINUTE
/** What a service's clock and ours may be apart, when an idempotency key is nearly forgotten. */
const MARGIN_MS = 10 * MINUTE

/**
 * Sends a batch that was written down, or retries it under the same idempotency key when nobody knows what became of
 * it, and notes what the service says. Does nothing while another worker has the lease, or once the batch has ended.
 */
export async function sendBatch(ctx: Context, batchId: string): Promise<void> {
  const batch = await lease(ctx, batchId)
  if (!batch) return
  const stale = whyNotSendable(ctx, batch)
  if (stale)
    return batch.asks > 1 ? holdUnsettled(ctx, batch, stale) : putBack(ctx, batch, { outcome: 'later', said: stale })
  const messages = batch.attempts.map(({ messageSealed, place }) =>
    unsealMessage(messageSealed ?? '', { batchId, place }),
  )
  const reflected = ctx.env.mailReflect !== null
  try {
    const ids = await putOnWire(ctx, messages, batch.key)
    await accept(ctx, batch, ids, reflected)
  } catch (error) {
    await endFailed(ctx, batch, error)
  }
}

async function endFailed(ctx: Context, batch: Batch, error: unknown): Promise<void> {
  if (!(error instanceof SendFailure)) {
    // Not even the transport knows what this is: it may have been sent.
    await keepOpen(ctx, batch, 'An unexpected failure.')
    throw error
  }
  const { kind, message: said, restMs } = error
  if (kind === 'ours') log.error({ batch: batch.id, said }, 'The mail service does not take our mail')
  if (kind === 'later' || kind === 'ours') {
    // Of the first call that is the whole truth. Of another it says nothing about those before, which may have been taken.
    return batch.asks > 1 ? keepOpen(ctx, batch, said, restMs) : putBack(ctx, batch, { outcome: kind, said, restMs })
  }
  if (kind === 'refused') return refuse(ctx, batch, said)
  if (kind === 'clash' || ctx.transport.keepsKeysMs === 0) return holdUnsettled(ctx, batch, said)
  return keepOpen(ctx, batch, said)
}

/** Takes the lease on a batch, and reads it. Of many workers that try at once one gets it. */
async function lease(ctx: Context, batchId: string): Promise<Batch | null> {
  const now = ctx.now()
  const [row] = await ctx.db
    .update(deliveryBatches)
    .set({
      asks: sql`${deliveryBatches.asks} + 1`,
      leaseUntil: new Date(now.getTime() + LEASE_MS),
      // The service remembers a key from the first call.
      startedAt: sql`case when ${deliveryBatches.asks} = 0 then ${now.toISOString()}::timestamptz else ${deliveryBatches.startedAt} end`,
    })
    .where(and(eq(deliveryBatches.id, batchId), isNull(deliveryBatches.endedAt), lte(deliveryBatches.leaseUntil, now)))
    .returning()
  if (!row) return null
  const attempts = await ctx.db
    .select({
      id: deliveryAttempts.id,
      place: deliveryAttempts.place,
      letterId: deliveryAttempts.letterId,
      round: deliveryAttempts.round,
      mpId: deliveryAttempts.mpId,
      outcome: deliveryAttempts.outcome,
      messageSealed: deliveryAttempts.messageSealed,
      isSending: sql`${letters.state} = 'sending'`.mapWith(Boolean),
    })
    .from(deliveryAttempts)
    .innerJoin(letters, eq(letters.id, deliveryAttempts.letterId))
    .where(eq(deliveryAttempts.batchId, batchId))
    .orderBy(asc(deliveryAttempts.place))
  const sitting = await whoOfThemSits(
    ctx,
    attempts.map(({ mpId }) => mpId),
  )
  return { ...row, attempts: attempts.map((attempt) => ({ ...attempt, sits: sitting.has(attempt.mpId) })) }
}

/** Why this very batch cannot be sent any more, or `null` when it can. */
function whyNotSendable(ctx: Context, { asks, startedAt, attempts, transport: name }: Batch): string | null {
  const { keepsKeysMs, name: present } = ctx.transport
  const open = attempts.filter(({ outcome }) => outcome === null)
  if (present !== name) return `It was begun by another way of sending (${name}).`
  if (attempts.some(({ messageSealed }) => messageSealed === null) || open.some(({ isSending }) => !isSending))
    return 'A letter of the same call was taken back.'
  if (open.some(({ sits }) => !sits)) return 'There is another MP by now.'
  const age = ctx.now().getTime() - startedAt.getTime()
  const known = Number.isFinite(keepsKeysMs) ? Math.max(0, keepsKeysMs - MARGIN_MS) : keepsKeysMs
  if (asks > 1 && age >= known)
    return 'The mail service never said whether it took it, and has forgotten the call by now.'
  return null
}
