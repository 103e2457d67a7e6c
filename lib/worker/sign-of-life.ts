// State: one copy in a process.
import { randomUUID } from 'node:crypto'
import { eq, lt, sql } from 'drizzle-orm'
import { workers } from '@/db/schema/index'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { dataKeys } from '@/lib/kernel/secrets/data-keys'
import { noteKeySeals } from '@/lib/privacy/keys/take-up-keys'

const ID = randomUUID()
/** A worker that has not been heard of for so many seconds is dead: it gives a sign every few. */
const DEAD_AFTER_SECONDS = 90

/**
 * Says that this process works, under which names the queue knows it and which data keys it has, and frees the jobs of those that have not
 * said so for a while: a killed process leaves its jobs locked, and the queue itself would wait four hours.
 */
export async function giveSignOfLife(ctx: Context, queueIds: ReadonlySet<string>): Promise<void> {
  const row = { queueIds: [...queueIds], keyIds: dataKeys().map(({ id }) => id), seenAt: sql`clock_timestamp()` }
  await ctx.db
    .insert(workers)
    .values({ id: ID, ...row })
    .onConflictDoUpdate({ target: workers.id, set: row })
  // Others must not go on without the key that this one seals under.
  await noteKeySeals(ctx, row.keyIds[0] ?? '')
  await inTransaction(ctx, async (tx) => {
    const dead = await tx.db
      .delete(workers)
      .where(lt(workers.seenAt, sql`clock_timestamp() - make_interval(secs => ${DEAD_AFTER_SECONDS})`))
      .returning({ queueIds: workers.queueIds })
    const ids = dead.flatMap((one) => one.queueIds)
    if (ids.length === 0) return
    await tx.db.execute(sql`
      select graphile_worker.force_unlock_workers(array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)))`)
  })
}

/** Says that this process works no more. */
export async function endSignOfLife(ctx: Context): Promise<void> {
  await ctx.db.delete(workers).where(eq(workers.id, ID))
}
