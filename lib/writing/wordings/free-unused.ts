import { and, isNull, lte } from 'drizzle-orm'
import { wordingsGiven } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { inBatches, someOf } from '@/lib/kernel/in-batches'
import { HOUR } from '@/lib/kernel/time/durations'
import { GIVEN_HOURS } from './give-wording'

/** Forgets the combinations that were given a day ago or earlier and not used: they count no more since then. Gives how many. */
export function freeWordings(ctx: Context, tell?: (rows: number) => Promise<void>): Promise<number> {
  const freed = new Date(ctx.now().getTime() - GIVEN_HOURS * HOUR)
  const unused = and(isNull(wordingsGiven.letterId), lte(wordingsGiven.givenAt, freed))
  return inBatches(
    ctx,
    async ({ db }) => (await db.delete(wordingsGiven).where(someOf(wordingsGiven, unused))).count,
    tell,
  )
}
