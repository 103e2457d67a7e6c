// State: one copy in a process.
import { type Database, database } from '@/db/client'
import { settings } from '@/db/schema/settings'
import type { Settings } from '@/lib/kernel/context'
import { cached, isInStep } from './cached'
import { fromDatabase } from './from-database'

const everySetting = cached({ name: 'settings', tables: ['settings'], load })

/**
 * Settings as this process has them in memory, also for who is in a transaction: at most 2 seconds behind what another
 * process has written. A transaction that has itself written one reads its own.
 */
export const fromMemory: Settings = {
  async read(ctx, name) {
    if (!isInStep() || ctx.afterCommit?.length) return fromDatabase.read(ctx, name)
    return (await everySetting({ db: database() })).get(name)
  },
}

async function load(db: Database): Promise<ReadonlyMap<string, unknown>> {
  const rows = await db.select({ name: settings.name, value: settings.value }).from(settings)
  return new Map(rows.map(({ name, value }) => [name, value]))
}
