// State: one copy in a process.
import { randomUUID } from 'node:crypto'
import { eq, lt, sql } from 'drizzle-orm'
import { workers } from '@/db/schema/index'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { dataKeys } from '@/lib/kernel/secrets/data-keys'
import { noteKeySeals } from '@/lib/privacy/keys/take-up-keys'

const ID = randomUUID()
/** A worker without a heartbeat for so many seconds is dead. */
const DEAD_AFTER_SECONDS = 90

/**
 * A heartbeat: this process works, under these names of the queue and with these data keys. Unlocks the jobs of workers
 * whose heartbeat stopped: a killed one leaves its jobs locked, and the queue itself would wait four hours.
 */
export async function beat(ctx: Context, queueIds: ReadonlySet<string>): Promise<void> {
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
    if (ids.length > 0) await unlock(tx, ids)
  })
}

/** Unlocks the jobs of workers that have ended, by their names in the queue. */
export async function unlock({ db }: Pick<Context, 'db'>, queueIds: string[]): Promise<void> {
  await db.execute(sql`
    select graphile_worker.force_unlock_workers(array(select jsonb_array_elements_text(${JSON.stringify(queueIds)}::jsonb)))`)
}

/** Takes this process's heartbeat away, on a clean stop. */
export async function stopBeating(ctx: Context): Promise<void> {
  await ctx.db.delete(workers).where(eq(workers.id, ID))
}
