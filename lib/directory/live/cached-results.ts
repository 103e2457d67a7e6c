import { and, desc, gt, inArray, lte } from 'drizzle-orm'
import { liveAnswers } from '@/db/schema/index'
import type { Seat } from '@/lib/directory/seat'
import type { Context } from '@/lib/kernel/context'
import { inBatches, someOf } from '@/lib/kernel/in-batches'
import { derivedKeys, keyedHash } from '@/lib/kernel/secrets/crypto'
import { DAY } from '@/lib/kernel/time/durations'
import type { LiveResult } from './ask-sources'
import { matchedSeats } from './source-result'

/** For how many days an answer that names seats is kept. */
export const RESULT_CACHED_DAYS = 30
// A postcode that was made this week is known to the sources soon: "unknown" must not outlast that by much.
const UNKNOWN_CACHED_DAYS = 1

/** What a live source said earlier of a compact postcode; null when that is not kept, or names a seat no longer ours. */
export async function cachedResult(ctx: Context, compact: string, seats: readonly Seat[]): Promise<LiveResult | null> {
  const [row] = await ctx.db
    .select({ codes: liveAnswers.codes })
    .from(liveAnswers)
    .where(and(inArray(liveAnswers.postcodeHash, hashesOf(compact)), gt(liveAnswers.keptUntil, ctx.now())))
    .orderBy(desc(liveAnswers.keptUntil))
    .limit(1)
  if (!row) return null
  if (row.codes.length === 0) return { kind: 'unknown', unsure: false }
  const named = matchedSeats(row.codes, seats, ({ code }) => code)
  return named && { kind: 'seats', seats: named }
}

/** Keeps an answer under a keyed hash of the postcode. One in which a source failed settles nothing, and is not kept. */
export async function cacheResult(ctx: Context, compact: string, result: LiveResult): Promise<void> {
  if (result.kind === 'unavailable' || (result.kind === 'unknown' && result.unsure)) return
  const codes = result.kind === 'seats' ? result.seats.map(({ code }) => code) : []
  const days = result.kind === 'seats' ? RESULT_CACHED_DAYS : UNKNOWN_CACHED_DAYS
  const [postcodeHash = ''] = hashesOf(compact)
  const row = { codes, keptUntil: new Date(ctx.now().getTime() + days * DAY) }
  await ctx.db
    .insert(liveAnswers)
    .values({ postcodeHash, ...row })
    .onConflictDoUpdate({ target: liveAnswers.postcodeHash, set: row })
}

/** Removes the answers that have been kept long enough, as of `ctx.now()`, in batches. Gives how many. */
export function forgetOldResults(ctx: Context, tell?: (rows: number) => Promise<void>): Promise<number> {
  const old = lte(liveAnswers.keptUntil, ctx.now())
  return inBatches(ctx, async ({ db }) => (await db.delete(liveAnswers).where(someOf(liveAnswers, old))).count, tell)
}

// The key comes from AUTH_SECRET, outside the database: who has the table alone cannot try all postcodes on it.
function hashesOf(compact: string): string[] {
  return derivedKeys('live answers').map((key) => keyedHash(key, compact))
}
