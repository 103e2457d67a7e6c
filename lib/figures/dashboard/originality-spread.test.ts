import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { letters } from '@/db/schema/index'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { confirmedLetter, onCampaign, writtenLetter } from '@/lib/letters/testing'
import { originalitySpread } from './originality-spread'

test('the spread counts confirmed letters by their own share and by their overlap, edges and ends included, what says too little to tell apart, and no trials', () =>
  onCampaign(async (ctx, campaign) => {
    for (const [ownShare, overlap] of [
      [0, 0],
      [0.049, 0.25],
      [0.05, 0.5],
      [0.25, 0.5],
      [0.76, 0.9],
      [1, 1],
      [null, 0.6],
    ] as const) {
      const { id } = await confirmedLetter(ctx, campaign)
      await ctx.db.update(letters).set({ ownShare, overlap }).where(eq(letters.id, id))
    }
    await writtenLetter(ctx, campaign)
    for (const trial of ['reflectedAt', 'notGenuineAt'] as const) {
      const { id } = await confirmedLetter(ctx, campaign)
      await ctx.db
        .update(letters)
        .set({ [trial]: ctx.now() })
        .where(eq(letters.id, id))
    }
    await rollUp(ctx)
    const { bands: spread, untold } = await originalitySpread(ctx, campaign.id)
    expect(untold).toBe(1)
    expect(spread.map(({ from, own, overlap }) => [from, own, overlap])).toEqual([
      [0, 2, 1],
      [0.05, 1, 0],
      [0.25, 1, 1],
      [0.5, 0, 3],
      [0.75, 2, 2],
    ])
  }))
