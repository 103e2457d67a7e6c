import type { Database } from '@/db/client'
import type { Env } from './read-env'
import type { Clock } from './time/clock'
import type { Transport } from './transport'

/** Who does something: a supporter (never named), a member of staff, or the installation itself. */
export type Actor =
  | { kind: 'supporter' }
  | { kind: 'staff'; id: string; role: 'admin' | 'editor' | 'campaigner' }
  | { kind: 'system' }

/** How what the installation keeps under a name is read: as it was stored, `undefined` where there is nothing. */
export type Settings = { read(ctx: Pick<Context, 'db'>, name: string): Promise<unknown> }

/**
 * What every verb is given: the database or the caller's transaction, who acts, the time, the environment, the
 * settings that are kept in the database, and the way mail goes.
 */
export type Context = {
  db: Database
  actor: Actor
  now: Clock
  env: Env
  settings: Settings
  transport: Transport
}

/** Runs `work` in one transaction: its rows, audit and jobs are all kept or none. */
export function inTransaction<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  return ctx.db.transaction((tx) => work({ ...ctx, db: tx as unknown as Database }))
}
