import { sql } from 'drizzle-orm'
import { connection } from '@/db/client'
import type { Context } from '@/lib/kernel/context'

const CHANNEL = 'campaigns_changed'

/** Tells every process that what the public reads has changed, once the caller's transaction is kept. */
export async function tellChanged({ db }: Context): Promise<void> {
  await db.execute(sql`select pg_notify(${CHANNEL}, '')`)
}

/**
 * Calls `renew` whenever {@link tellChanged} was called in any process, and each time that the connection comes back,
 * since something may have been missed. Gives what ends the listening.
 */
export async function onChanged(renew: () => void): Promise<() => Promise<void>> {
  const { unlisten } = await connection().listen(CHANNEL, renew, renew)
  return unlisten
}
