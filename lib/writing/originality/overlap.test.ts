import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { letters } from '@/db/schema/index'
import { deliverLetter } from '@/lib/delivery/testing'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY } from '@/lib/kernel/time/durations'
import { confirmedLetter, letterRow, onCampaign, WESTMINSTER, writtenLetter } from '@/lib/letters/testing'
import { eraseByEmail } from '@/lib/privacy/erase'
import { purge } from '@/lib/privacy/purge'
import { highestOverlap } from './overlap'
import { sketchOf } from './sketch'

const LEEDS = 'E14001322'
const BODY = 'A letter that says the same as another one does, from its first word to its last. '.repeat(6)
const OTHER = 'What I have to say is mine alone, and nobody has ever put it in quite this way before me. '.repeat(6)

test('a letter is measured against those confirmed to the same MP before it, and what was found is kept with it', () =>
  onCampaign(async (ctx, campaign) => {
    const first = await confirmedLetter(ctx, campaign, { body: BODY })
    const pasted = await confirmedLetter(ctx, campaign, { body: BODY })
    const own = await confirmedLetter(ctx, campaign, { body: OTHER })
    const elsewhere = await confirmedLetter(ctx, campaign, { body: BODY, constituencyCode: LEEDS })
    const overlaps = await Promise.all([first, pasted, own, elsewhere].map(({ id }) => letterRow(ctx, id)))
    expect(overlaps.map(({ overlap }) => Math.round(overlap * 10) / 10)).toEqual([0, 1, 0, 0])
  }))

test('a letter that nobody confirmed counts for nothing', () =>
  onCampaign(async (ctx, campaign) => {
    await writtenLetter(ctx, campaign, { body: BODY })
    expect(await highestOverlap(ctx, WESTMINSTER, await sketchOf(ctx, BODY))).toBe(0)
  }))

test('the sketch goes with the letter’s text: purged, erased, and never kept without it', () =>
  onCampaign(async (ctx, campaign) => {
    const kept = await confirmedLetter(ctx, campaign, { body: BODY })
    const erased = await confirmedLetter(ctx, campaign, { body: BODY })
    await eraseByEmail(ctx, erased.email)
    expect(await letterRow(ctx, erased.id)).toMatchObject({ sketch: null, textSealed: null })
    await deliverLetter(ctx, kept.id)
    ctx.setNow(new Date(NOON.getTime() + 29 * DAY))
    expect(await letterRow(ctx, kept.id)).toMatchObject({ sketch: expect.any(String) })
    await purge(ctx)
    expect(await letterRow(ctx, kept.id)).toMatchObject({ sketch: null, textSealed: null })
    expect(await highestOverlap(ctx, WESTMINSTER, await sketchOf(ctx, BODY))).toBe(0)
    const alone = ctx.db.transaction((tx) => tx.update(letters).set({ sketch: 'x' }).where(eq(letters.id, kept.id)))
    await expect(alone).rejects.toThrow()
  }))
