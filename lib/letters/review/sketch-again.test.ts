import { readFileSync } from 'node:fs'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { letters } from '@/db/schema/index'
import { confirmedLetter, letterRow, onCampaign, queued, WESTMINSTER } from '@/lib/letters/testing'
import { highestOverlap } from '@/lib/writing/originality/overlap'
import { SKETCH_LENGTH, sketchOf } from '@/lib/writing/originality/sketch'
import { sketchAgain, sketchAgainJob } from './sketch-again'

/** As the first form was printed: 256 bytes in base64url. */
const OF_BEFORE = 'A'.repeat(342)
const BODY = 'I saw the harbour burn from my aunt’s kitchen, and nobody came to help us for two nights. '.repeat(3)

const migration = readFileSync(new URL('../../../db/migrations/0044_sketch_letters_again.sql', import.meta.url), 'utf8')

test('sketches of before are made anew from the texts that stand, batch by batch, and count again', () =>
  onCampaign(async (ctx, campaign) => {
    const made: { id: string; sketch: string | null; ownSketch: string | null }[] = []
    for (let count = 0; count < 3; count++)
      made.push(await letterRow(ctx, (await confirmedLetter(ctx, campaign, { body: BODY })).id))
    const [first, second, erased] = made
    await ctx.db.update(letters).set({ sketch: OF_BEFORE, ownSketch: OF_BEFORE })
    await ctx.db
      .update(letters)
      .set({ ownSketch: null })
      .where(eq(letters.id, second?.id ?? ''))
    await ctx.db
      .update(letters)
      .set({ textSealed: null, sketch: null, ownSketch: null })
      .where(eq(letters.id, erased?.id ?? ''))
    const sketch = await sketchOf(ctx, BODY)
    expect(sketch).toHaveLength(SKETCH_LENGTH)
    expect(await highestOverlap(ctx, WESTMINSTER, sketch)).toBe(0)
    const [one = '', two = ''] = [first?.id ?? '', second?.id ?? ''].sort()
    await sketchAgain(ctx, null, 1)
    expect((await queued(ctx, sketchAgainJob, one))[0]?.payload).toEqual({ after: one })
    await sketchAgain(ctx, one, 1)
    await sketchAgain(ctx, two, 1)
    expect(await highestOverlap(ctx, WESTMINSTER, sketch)).toBe(1)
    expect(await letterRow(ctx, first?.id ?? '')).toMatchObject({ sketch, ownSketch: first?.ownSketch })
    expect(await letterRow(ctx, second?.id ?? '')).toMatchObject({ sketch, ownSketch: null })
    expect(await letterRow(ctx, erased?.id ?? '')).toMatchObject({ sketch: null, ownSketch: null })
  }))

test('the migration queues it where there are letters', () =>
  onCampaign(async (ctx, campaign) => {
    await confirmedLetter(ctx, campaign)
    await ctx.db.execute(sql.raw(migration))
    expect(await queued(ctx, sketchAgainJob, 'after')).toMatchObject([{ payload: { after: null } }])
  }))
