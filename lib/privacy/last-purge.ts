import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { settings } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { keptSetting } from '@/lib/settings/setting'
import { type Purged, type PurgeKind, purgedKinds } from './purged'

const PURGE = 'last_purge'

const kept = z.object({
  startedAt: z.coerce.date(),
  /** The moment as of which it erases. */
  asOf: z.coerce.date(),
  /** When it was last heard of, and whether it has ended by then. */
  seenAt: z.coerce.date(),
  ended: z.boolean(),
  erased: z.partialRecord(z.enum(purgedKinds), z.number()),
  failed: z.array(z.string()),
})

/** The latest purge: how far it is, or what it came to. */
export type LastPurge = z.infer<typeof kept>

type Stand = { erased: Purged; failed: readonly PurgeKind[]; ended: boolean }

/** Writes down that a purge begins, and gives what writes down how far it is. */
export async function notePurge(ctx: Context): Promise<(stand: Stand) => Promise<void>> {
  // The real time, also where it erases as of another.
  const startedAt = new Date()
  const asOf = ctx.now()
  const note = async (stand: Partial<Stand>) => {
    const value = { startedAt, asOf, seenAt: new Date(), ended: false, erased: {}, failed: [], ...stand }
    const row = { value, updatedAt: sql`now()` }
    await ctx.db
      .insert(settings)
      .values({ name: PURGE, ...row })
      .onConflictDoUpdate({ target: settings.name, set: row })
  }
  await note({})
  return note
}

/** The latest purge; `null` before the first. */
export async function lastPurge(ctx: Context): Promise<LastPurge | null> {
  const value = await keptSetting(ctx, PURGE)
  return value === undefined ? null : kept.parse(value)
}
