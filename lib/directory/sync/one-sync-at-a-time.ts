import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'

/** Runs `work` under a lock of all processes, called `what`; gives `null` at once where another holds it. A process that dies gives it up. */
export function oneAtATime<T>(ctx: Context, work: () => Promise<T>, what = 'members sync'): Promise<T | null> {
  return inTransaction(ctx, async (holding) => {
    // The transaction does nothing but hold the lock while `work` commits on other connections; some services
    // end one that idles for so long.
    await holding.db.execute(sql`set local idle_in_transaction_session_timeout = 0`)
    const [lock] = await readRows(
      holding.db,
      z.object({ held: z.boolean() }),
      sql`select pg_try_advisory_xact_lock(hashtext(${what})) as held`,
    )
    return lock?.held ? work() : null
  })
}
