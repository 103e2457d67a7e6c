import type { Database } from '@/db/client'
import { database } from '@/db/client'
import { type Clock, systemClock } from './time/clock'

/** Who does something: a supporter (never named), a member of staff, or the installation itself. */
export type Actor =
  | { kind: 'supporter' }
  | { kind: 'staff'; id: string; role: 'admin' | 'editor' | 'campaigner' }
  | { kind: 'system' }

/** What every verb is given: the database or the caller's transaction, who acts, and the time. */
export type Context = { db: Database; actor: Actor; now: Clock }

/** A context on the process's own database, at the real time. */
export function contextFor(actor: Actor): Context {
  return { db: database(), actor, now: systemClock }
}

/** Runs `work` in one transaction: its rows, audit and jobs are all kept or none. */
export function inTransaction<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  return ctx.db.transaction((tx) => work({ ...ctx, db: tx as unknown as Database }))
}
