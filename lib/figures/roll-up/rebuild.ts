import { sql } from 'drizzle-orm'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { type Difference, recount } from './recount'

/** Recounts everything from the rows, waiting for a roll-up that is under way; gives what had been wrong. */
export function rebuildFigures(ctx: Context): Promise<Difference[]> {
  return inTransaction(ctx, async (inner) => {
    await inner.db.execute(sql`select pg_advisory_xact_lock(hashtext('figures roll-up'))`)
    return recount(inner)
  })
}
