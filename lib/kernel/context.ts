import type { Database } from '@/db/client'
import type { Env } from './read-env'
import type { Clock } from './time/clock'
import type { Transport } from './transport'

/** Who does something: a supporter (never named), a member of staff, or the installation itself. */
export type Actor =
  | { kind: 'supporter' }
  | {
      kind: 'staff'
      id: string
      role: 'admin' | 'editor' | 'campaigner'
      /** Ids of the campaigns that they work on; null for all. */
      limitedTo: readonly string[] | null
    }
  | { kind: 'system' }

/** How what the installation keeps under a name is read: as it was stored, `undefined` where there is nothing. */
export type Settings = { read(ctx: Context, name: string): Promise<unknown> }

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
  /** What waits for the transaction to be committed; not there outside of one. */
  afterCommit?: (() => void)[]
}

/** Runs `work` in one transaction: its rows, audit and jobs are all kept or none. */
export async function inTransaction<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  const afterCommit = ctx.afterCommit ?? []
  const done = await ctx.db.transaction((tx) => work({ ...ctx, db: tx as unknown as Database, afterCommit }))
  // A transaction within another is only kept with that one.
  if (!ctx.afterCommit) for (const each of afterCommit) each()
  return done
}

/** Does something once what the caller has written is committed: at once, where it is in no transaction. */
export function afterCommit(ctx: Context, work: () => void): void {
  if (ctx.afterCommit) ctx.afterCommit.push(work)
  else work()
}
