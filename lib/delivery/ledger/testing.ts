import { desc, eq } from 'drizzle-orm'
import { deliveryAttempts, deliveryBatches, letterEvents, letters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** Every attempt at a letter as the ledger has it, oldest first. */
export function attemptsAt(ctx: Context, letterId: string) {
  return ctx.db
    .select({
      round: deliveryAttempts.round,
      outcome: deliveryAttempts.outcome,
      reason: deliveryAttempts.reason,
      providerId: deliveryAttempts.providerId,
      transport: deliveryAttempts.transport,
      messageSealed: deliveryAttempts.messageSealed,
      key: deliveryBatches.key,
      asks: deliveryBatches.asks,
    })
    .from(deliveryAttempts)
    .innerJoin(deliveryBatches, eq(deliveryBatches.id, deliveryAttempts.batchId))
    .where(eq(deliveryAttempts.letterId, letterId))
    .orderBy(deliveryAttempts.id)
}

/** The state of each of these letters, in their order. */
export async function statesOf({ db }: Pick<Context, 'db'>, ids: { id: string }[]): Promise<string[]> {
  const rows = await db.select({ id: letters.id, state: letters.state }).from(letters)
  const states = new Map(rows.map(({ id, state }) => [id, state]))
  return ids.map(({ id }) => states.get(id) ?? 'gone')
}

/** What the newest row of a letter's history says in somebody's own words. */
export async function lastNote({ db }: Context, letterId: string): Promise<string> {
  const [row] = await db
    .select({ note: letterEvents.note })
    .from(letterEvents)
    .where(eq(letterEvents.letterId, letterId))
    .orderBy(desc(letterEvents.id))
    .limit(1)
  return row?.note ?? ''
}
