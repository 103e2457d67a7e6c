import { type Database, database } from '@/db/client'
import type { Actor, Context } from '@/lib/kernel/context'
import { env } from '@/lib/kernel/env'
import { systemClock } from '@/lib/kernel/time/clock'
import { fromDatabase } from '@/lib/settings/from-database'
import { fromMemory } from '@/lib/settings/from-memory'
import { transportOf } from './transport'

/** A context on the process's own database, unless told of another, at the real time. */
export function contextFor(actor: Actor, db: Database = database()): Context {
  const settings = db === database() ? fromMemory : fromDatabase
  return { db, actor, now: systemClock, env: env(), settings, transport: transportOf(env()) }
}
