import { sql } from 'drizzle-orm'
import { listening } from '@/db/client'
import type { Context } from './context'

/** A word that goes from one process to all of them, by the database (LISTEN and NOTIFY of PostgreSQL). */
export type Notice = {
  /** Tells every process, once the caller's transaction is kept. */
  tell(ctx: Pick<Context, 'db'>): Promise<void>
  /**
   * Calls `heard` whenever any process tells it, and each time that the connection comes back, since something may have
   * been missed. Gives what ends the listening.
   */
  on(heard: () => void): Promise<() => Promise<void>>
}

/** The notice of that channel. */
export function notice(channel: string): Notice {
  return {
    async tell({ db }) {
      await db.execute(sql`select pg_notify(${channel}, '')`)
    },
    async on(heard) {
      const { unlisten } = await listening().listen(channel, heard, heard)
      return unlisten
    },
  }
}
