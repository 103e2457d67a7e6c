import { and, isNotNull, lte } from 'drizzle-orm'
import { letters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { inBatches, someOf } from '@/lib/kernel/in-batches'
import { DAY } from '@/lib/kernel/time/durations'
import { NETWORK_KEPT_DAYS } from './origin-hash'

/** Forgets, in batches, which letters came from one network, some days after they were submitted; `tell` hears of each. */
export function forgetNetworks(ctx: Context, tell?: (rows: number) => Promise<void>): Promise<number> {
  const before = new Date(ctx.now().getTime() - NETWORK_KEPT_DAYS * DAY)
  const old = and(isNotNull(letters.networkHash), lte(letters.createdAt, before))
  return inBatches(
    ctx,
    async ({ db }) => (await db.update(letters).set({ networkHash: null }).where(someOf(letters, old))).count,
    tell,
  )
}
