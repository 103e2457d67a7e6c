import { and, eq, isNull } from 'drizzle-orm'
import { type AttemptOutcome, deliveryAttempts, deliveryBatches, letters } from '@/db/schema/index'
import { noteSenderBlock } from '@/lib/delivery/blocks/domains-that-block-us'
import { tellBlocked } from '@/lib/delivery/blocks/hold-what-waits'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { tellFailedJob, tellHeldJob } from '@/lib/letters/jobs'
import { moveLetter } from '@/lib/letters/move'
import { isSenderBlock } from '@/lib/mailer/is-block-of-sender'
import { noteRest } from '@/lib/mailer/service-retry-after'
import { batchBackoff, nextTry } from './retry-backoff'

type Attempt = {
  id: number
  place: number
  letterId: string
  round: number
  mpId: string
  outcome: AttemptOutcome | null
  messageSealed: string | null
  isSending: boolean
  sits: boolean
}

/** A batch with its fixed list of attempts, as it was leased. */
export type Batch = typeof deliveryBatches.$inferSelect & { attempts: Attempt[] }

type PutBack = { outcome: 'later' | 'ours'; said: string; restMs?: number }

/**
 * Nothing was taken, for now: the letters are tried again. Where the service as a whole asks for rest, or our settings
 * are at fault, that says nothing about a letter; otherwise its waits grow, and after a week it has failed.
 */
export function putBack(ctx: Context, batch: Batch, { outcome, said, restMs }: PutBack): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    if (restMs) await noteRest(inner, restMs)
    for (const attempt of await endAttempts(inner, batch, outcome, said)) {
      if (restMs) await dueAgain(inner, attempt.letterId, new Date(inner.now().getTime() + restMs))
      else await tryLater(inner, attempt, said)
    }
  })
}

/** The service refuses this for good. Of several letters it does not say which is at fault: each goes by itself. */
export function refuse(ctx: Context, batch: Batch, said: string): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    if (batch.attempts.length > 1) {
      for (const { letterId } of await endAttempts(inner, batch, 'split', said)) await dueAgain(inner, letterId, null)
      return
    }
    for (const attempt of await endAttempts(inner, batch, 'refused', said)) await fail(inner, attempt, 'refused', said)
  })
}

/** Nobody knows, and nobody will: the letters are held for staff, neither sent again nor called sent. */
export function holdUnsettled(ctx: Context, batch: Batch, said: string): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    for (const { letterId } of await endAttempts(inner, batch, 'unsettled', said)) {
      const held = { from: ['sending' as const], to: 'held' as const, heldReason: 'unsettled' as const, note: said }
      if (!(await moveLetter(inner, letterId, held))) continue
      await enqueue(inner, tellHeldJob, { letterId }, { key: `held ${letterId} unsettled` })
    }
  })
}

/** Nobody knows yet: the batch is retried after a backoff, or the rest that the service asks for, whole, under its idempotency key. */
export async function keepOpen(ctx: Context, batch: Batch, said: string, restMs = 0): Promise<void> {
  const leaseUntil = new Date(ctx.now().getTime() + Math.max(batchBackoff(batch.asks), restMs))
  if (restMs) await noteRest(ctx, restMs)
  await ctx.db
    .update(deliveryBatches)
    .set({ leaseUntil })
    .where(and(eq(deliveryBatches.id, batch.id), isNull(deliveryBatches.endedAt)))
  await ctx.db
    .update(deliveryAttempts)
    .set({ reason: said })
    .where(and(eq(deliveryAttempts.batchId, batch.id), isNull(deliveryAttempts.endedAt)))
}

type Ended = { letterId: string; mpId: string; startedAt: Date }

/** Ends the batch and its open attempts, and gives those; none when another worker has ended it. */
async function endAttempts(ctx: Context, batch: Batch, outcome: AttemptOutcome, reason: string): Promise<Ended[]> {
  const endedAt = ctx.now()
  const [ended] = await ctx.db
    .update(deliveryBatches)
    .set({ endedAt })
    .where(and(eq(deliveryBatches.id, batch.id), isNull(deliveryBatches.endedAt)))
    .returning({ id: deliveryBatches.id })
  if (!ended) return []
  const attempts = await ctx.db
    .update(deliveryAttempts)
    .set({ endedAt, outcome, reason })
    .where(and(eq(deliveryAttempts.batchId, batch.id), isNull(deliveryAttempts.endedAt)))
    .returning({
      letterId: deliveryAttempts.letterId,
      mpId: deliveryAttempts.mpId,
      startedAt: deliveryAttempts.startedAt,
    })
  await ctx.db.update(deliveryAttempts).set({ messageSealed: null }).where(eq(deliveryAttempts.batchId, batch.id))
  return attempts
}

async function dueAgain({ db }: Context, letterId: string, dueAt: Date | null): Promise<void> {
  await db
    .update(letters)
    .set({ dueAt })
    .where(and(eq(letters.id, letterId), eq(letters.state, 'sending')))
}

/** Puts a letter off after a temporary refusal of its own, or gives it up. Its writer is told then. */
async function tryLater(ctx: Context, attempt: Ended, said: string): Promise<void> {
  const { letterId } = attempt
  const [letter] = await ctx.db
    .select({ tries: letters.tries, since: letters.triedSince })
    .from(letters)
    .where(eq(letters.id, letterId))
  if (!letter) return
  const since = letter.since ?? ctx.now()
  const dueAt = nextTry(ctx.now(), letter.tries, since)
  if (!dueAt) return fail(ctx, attempt, 'gave-up', said)
  await ctx.db
    .update(letters)
    .set({ dueAt, triedSince: since, tries: letter.tries + 1 })
    .where(and(eq(letters.id, letterId), eq(letters.state, 'sending')))
}

/** What ends one letter, unless it is a block of our sender, which would end them all: that holds them. */
async function fail(ctx: Context, attempt: Ended, reason: 'gave-up' | 'refused', note: string): Promise<void> {
  const { letterId } = attempt
  if (isSenderBlock(note)) return block(ctx, attempt, note)
  const set = { endedAt: ctx.now(), dueAt: null }
  if (!(await moveLetter(ctx, letterId, { from: ['sending'], to: 'failed', reason, note, set }))) return
  await enqueue(ctx, tellFailedJob, { letterId }, { key: `failed ${letterId}` })
}

async function block(ctx: Context, { letterId, mpId, startedAt }: Ended, said: string): Promise<void> {
  const held = { from: ['sending' as const], to: 'held' as const, heldReason: 'blocked' as const, note: said }
  if (!(await moveLetter(ctx, letterId, { ...held, set: { dueAt: null } }))) return
  await tellBlocked(ctx, [letterId])
  await noteSenderBlock(ctx, { mpId, startedAt, said })
}
