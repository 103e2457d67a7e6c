import { and, asc, eq, isNull } from 'drizzle-orm'
import { letterActs } from '@/db/schema/index'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/** What is being done to many letters at present, in the order in which it is: what, and how far it has come. */
export async function openActs(ctx: Context) {
  assertAllowed(ctx, 'letters.see')
  return ctx.db
    .select({
      id: letterActs.id,
      action: letterActs.action,
      reason: letterActs.reason,
      begunAt: letterActs.begunAt,
      total: letterActs.total,
      changed: letterActs.changed,
      cancelledAt: letterActs.cancelledAt,
    })
    .from(letterActs)
    .where(isNull(letterActs.endedAt))
    .orderBy(asc(letterActs.begunAt), asc(letterActs.id))
}

/**
 * Stops an act on many letters: what it has changed stays so, and no more is. Gives `false` where it has ended or was
 * stopped before. Throws a `Refusal` where the actor may not.
 */
export function cancelAct(ctx: Context, id: string): Promise<boolean> {
  assertAllowed(ctx, 'letters.act')
  return inTransaction(ctx, async (inner) => {
    const [cancelled] = await inner.db
      .update(letterActs)
      .set({ cancelledAt: inner.now() })
      .where(and(eq(letterActs.id, id), isNull(letterActs.endedAt), isNull(letterActs.cancelledAt)))
      .returning({ id: letterActs.id })
    return cancelled !== undefined
  })
}
