import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { letters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { COMPARED_MOST } from '@/lib/writing/originality/overlap'
import { isOfThisForm, overlapOf, readSketch } from '@/lib/writing/originality/sketch'

/**
 * How like a letter's own words are to those of letters that were confirmed to the same MP before, of any campaign,
 * while their text is kept: the highest likeness, from 0 to 1, and how many reach `least`. What the campaign has worded
 * is not compared: letters that leave it as given are alike by nature.
 */
export async function ownLikeness(
  ctx: Context,
  { id, constituencyCode, ownSketch }: { id: string; constituencyCode: string; ownSketch: string | null },
  least: number,
): Promise<{ highest: number; many: number }> {
  if (!ownSketch) return { highest: 0, many: 0 }
  const earlier = await ctx.db
    .select({ id: letters.id, sketch: letters.ownSketch })
    .from(letters)
    .where(
      and(
        eq(letters.constituencyCode, constituencyCode),
        isNotNull(letters.confirmedAt),
        isOfThisForm(letters.ownSketch),
      ),
    )
    .orderBy(desc(letters.confirmedAt))
    .limit(COMPARED_MOST)
  const own = readSketch(ownSketch)
  const likenesses = earlier
    .filter((each) => each.id !== id)
    .map(({ sketch }) => overlapOf(own, readSketch(sketch ?? '')))
  return {
    highest: Math.max(0, ...likenesses),
    many: likenesses.filter((likeness) => likeness >= least).length,
  }
}
