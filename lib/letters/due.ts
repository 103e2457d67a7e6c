import { sql } from 'drizzle-orm'
import { connection } from '@/db/client'
import type { Context } from '@/lib/kernel/context'

const CHANNEL = 'letters_due'

/** Has workers look for letters to send as soon as the caller's transaction is kept, rather than at their next look. */
export async function tellDue({ db }: Context): Promise<void> {
  await db.execute(sql`select pg_notify(${CHANNEL}, '')`)
}

/**
 * Calls `look` whenever {@link tellDue} was called in any process, and each time that the connection comes back, since
 * something may have been missed. Gives what ends the listening.
 */
export async function onDue(look: () => void): Promise<() => Promise<void>> {
  const { unlisten } = await connection().listen(CHANNEL, look, look)
  return unlisten
}
