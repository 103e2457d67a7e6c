import { and, isNull, lte } from 'drizzle-orm'
import { wordingsGiven } from '@/db/schema'
import type { Context } from '../kernel/context'
import { GIVEN_HOURS } from './give-wording'

/** Forgets the combinations that were given a day ago or earlier and not used: they count no more since then. */
export async function freeWordings(ctx: Context): Promise<void> {
  const freed = new Date(ctx.now().getTime() - GIVEN_HOURS * 60 * 60 * 1000)
  await ctx.db.delete(wordingsGiven).where(and(isNull(wordingsGiven.letterId), lte(wordingsGiven.givenAt, freed)))
}
