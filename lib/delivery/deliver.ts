import { eq } from 'drizzle-orm'
import { letters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { beginBatch } from './ledger/begin-batch'
import { nextOpenBatch, sendBatch } from './ledger/send-batch'

/**
 * Sends one letter to whoever sits for its seat at this moment. Gives when to come back where the hour, the MP's pace
 * or the mail service says later, else `null`. Where the service takes many letters at once, it sends what is due,
 * this letter or those before it. Nothing depends on its being called: `sendDue` finds what is left.
 */
export async function deliverLetter(ctx: Context, letterId: string): Promise<Date | null> {
  const open = await nextOpenBatch(ctx, letterId)
  if (open) await sendBatch(ctx, open)
  const { batchId, later } = await beginBatch(ctx, ctx.transport.most === 1 ? letterId : undefined)
  if (!batchId) return later ?? dueAgain(ctx, letterId)
  await sendBatch(ctx, batchId)
  return dueAgain(ctx, letterId)
}

async function dueAgain({ db, now }: Context, letterId: string): Promise<Date | null> {
  const [letter] = await db
    .select({ state: letters.state, dueAt: letters.dueAt })
    .from(letters)
    .where(eq(letters.id, letterId))
  if (!letter?.dueAt || !['queued', 'sending'].includes(letter.state)) return null
  return letter.dueAt > now() ? letter.dueAt : null
}
