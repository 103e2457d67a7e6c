import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { letters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readValue } from '@/lib/kernel/read-rows'
import { isOfThisForm, overlapOf, readSketch, SKETCH_LENGTH } from './sketch'

/** The newest that a letter is measured against: what one pastes from goes around in the same days. */
export const COMPARED_MOST = 3000

/**
 * The highest overlap (Dice, from 0 to 1; an estimate) of a letter with those that were confirmed to the same
 * seat's MP, of any campaign, and whose text is still kept. Takes its sketch.
 */
export async function highestOverlap(ctx: Context, constituencyCode: string, sketch: string): Promise<number> {
  const newest = ctx.db
    .select({ sketch: letters.sketch })
    .from(letters)
    .where(
      and(eq(letters.constituencyCode, constituencyCode), isNotNull(letters.confirmedAt), isOfThisForm(letters.sketch)),
    )
    .orderBy(desc(letters.confirmedAt))
    .limit(COMPARED_MOST)
    .as('newest')
  const [row] = await ctx.db.select({ all: readValue(z.string(), sql`string_agg(${newest.sketch}, '')`) }).from(newest)
  const all = row?.all ?? ''
  const own = readSketch(sketch)
  let highest = 0
  for (let at = 0; at < all.length; at += SKETCH_LENGTH) {
    highest = Math.max(highest, overlapOf(own, readSketch(all.slice(at, at + SKETCH_LENGTH))))
  }
  return highest
}
