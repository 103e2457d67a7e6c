import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { systemClock } from '@/lib/kernel/time/clock'
import { setting } from '@/lib/settings/setting'
import { type Purged, type PurgeKind, purgedKinds } from './purge-kinds'

const lastRun = z.object({
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
export type LastPurge = z.infer<typeof lastRun>

const purgeSetting = setting('last_purge', lastRun.nullable(), null)

type Stand = { erased: Purged; failed: readonly PurgeKind[]; ended: boolean }

/** Writes down that a purge begins, and gives what writes down how far it is. */
export async function notePurge(ctx: Context): Promise<(stand: Stand) => Promise<void>> {
  // The real time, also where it erases as of another.
  const startedAt = new Date()
  const asOf = ctx.now()
  const note = async (stand: Partial<Stand>) => {
    const { erased = {}, failed = [], ended = false } = stand
    const run = { startedAt, asOf, seenAt: new Date(), ended, erased, failed: [...failed] }
    await purgeSetting.keep({ ...ctx, now: systemClock }, run)
  }
  await note({})
  return note
}

/** The latest purge; `null` before the first. */
export function lastPurge(ctx: Context): Promise<LastPurge | null> {
  return purgeSetting.read(ctx)
}
