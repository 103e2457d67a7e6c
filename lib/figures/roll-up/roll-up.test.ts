import { eq, gt, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { campaigns, figures } from '@/db/schema/index'
import { deliverLetter } from '@/lib/delivery/testing'
import { publicFigures } from '@/lib/figures/public/public-figures'
import { inTransaction } from '@/lib/kernel/context'
import { NOON } from '@/lib/kernel/testing/noon'
import { HOUR } from '@/lib/kernel/time/durations'
import { moveLetter } from '@/lib/letters/move'
import { confirmedLetter, livingCampaign, onCampaign, VACANT, WESTMINSTER, writtenLetter } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { rebuildFigures } from './recount'
import { rollUp } from './roll-up'

const BATH = 'E14001080'

const rows = (ctx: TestContext) =>
  ctx.db
    .select({ code: figures.constituencyCode, supporters: figures.supporters, letters: figures.letters })
    .from(figures)
    .where(gt(figures.supporters, 0))
    .orderBy(figures.constituencyCode)

describe('the roll-up', () => {
  test('counts confirmed supporters and letters that went, by constituency', () =>
    onCampaign(async (ctx, campaign) => {
      await writtenLetter(ctx, campaign)
      for (let count = 0; count < 3; count++) await deliverLetter(ctx, (await confirmedLetter(ctx, campaign)).id)
      await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      const bounced = await confirmedLetter(ctx, campaign, { constituencyCode: BATH })
      await deliverLetter(ctx, bounced.id)
      await moveLetter(ctx, bounced.id, { from: ['accepted'], to: 'delivered' })
      await confirmedLetter(ctx, campaign)
      expect(await rollUp(ctx)).toBe(true)
      expect(await rows(ctx)).toEqual([
        { code: BATH, supporters: 1, letters: 1 },
        { code: WESTMINSTER, supporters: 4, letters: 3 },
        { code: VACANT, supporters: 1, letters: 0 },
      ])
      expect(await rebuildFigures(ctx)).toEqual([])
    }))

  test('writes again only what changed, and keeps campaigns apart', () =>
    onCampaign(async (ctx, campaign) => {
      await confirmedLetter(ctx, campaign)
      await confirmedLetter(ctx, campaign, { constituencyCode: BATH })
      await rollUp(ctx)
      const places = () =>
        ctx.db.execute<{ at: string; code: string }>(
          sql`select ctid::text as at, constituency_code as code from figures order by 2`,
        )
      const before = await places()
      await confirmedLetter(ctx, campaign, { constituencyCode: BATH })
      await rollUp(ctx)
      const after = await places()
      expect(after.find(({ code }) => code === WESTMINSTER)).toEqual(before.find(({ code }) => code === WESTMINSTER))
      expect(after.find(({ code }) => code === BATH)).not.toEqual(before.find(({ code }) => code === BATH))
      const [other] = await ctx.db.insert(campaigns).values({ slug: 'another', goal: 50 }).returning()
      await rollUp(ctx)
      expect(await publicFigures(ctx, { id: other?.id ?? '', goal: 50 })).toMatchObject({ supporters: 0, goal: 50 })
    }))

  test('goes down when a letter is withdrawn, and a seat without supporters leaves the list', () =>
    onCampaign(async (ctx, campaign) => {
      const kept = await confirmedLetter(ctx, campaign)
      const withdrawn = [
        await confirmedLetter(ctx, campaign),
        await confirmedLetter(ctx, campaign, { constituencyCode: BATH }),
      ]
      for (const { id } of [kept, ...withdrawn]) await deliverLetter(ctx, id)
      await rollUp(ctx)
      for (const { id } of withdrawn) await moveLetter(ctx, id, { from: ['accepted'], to: 'withdrawn' })
      await rollUp(ctx)
      expect(await rows(ctx)).toEqual([{ code: WESTMINSTER, supporters: 1, letters: 1 }])
    }))

  test('of two at once one counts, and the other leaves it to that one', async () => {
    const { ctx } = await livingCampaign()
    let other: boolean | undefined
    const own = await inTransaction(ctx, async (inner) => {
      const counted = await rollUp(inner)
      other = await rollUp(ctx)
      return counted
    })
    expect([own, other]).toEqual([true, false])
    expect(await rollUp(ctx)).toBe(true)
  })
})

describe('the rebuild', () => {
  test('says where the figures were wrong, and puts them right', () =>
    onCampaign(async (ctx, campaign) => {
      for (const constituencyCode of [WESTMINSTER, WESTMINSTER, BATH])
        await confirmedLetter(ctx, campaign, { constituencyCode })
      await rollUp(ctx)
      await ctx.db.update(figures).set({ supporters: 7, letters: 2 }).where(eq(figures.constituencyCode, WESTMINSTER))
      await ctx.db.delete(figures).where(eq(figures.constituencyCode, BATH))
      await ctx.db
        .insert(figures)
        .values({ campaignId: campaign.id, constituencyCode: VACANT, supporters: 3, letters: 0 })
      const wrong = { campaign: campaign.slug, measure: 'supporters, in all' }
      expect(await rebuildFigures(ctx)).toEqual([
        { ...wrong, constituency: BATH, was: 0, is: 1 },
        { ...wrong, constituency: WESTMINSTER, measure: 'letters, in all', was: 2, is: 0 },
        { ...wrong, constituency: WESTMINSTER, was: 7, is: 2 },
        { ...wrong, constituency: VACANT, was: 3, is: 0 },
      ])
      expect(await rebuildFigures(ctx)).toEqual([])
      expect(await rows(ctx)).toEqual([
        { code: BATH, supporters: 1, letters: 0 },
        { code: WESTMINSTER, supporters: 2, letters: 0 },
      ])
    }))
})

describe('the public figures', () => {
  test('show seats with fewer than five supporters as "under 5", by name', () =>
    onCampaign(async (ctx, campaign) => {
      for (let count = 0; count < 5; count++) await confirmedLetter(ctx, campaign)
      for (let count = 0; count < 4; count++) await confirmedLetter(ctx, campaign, { constituencyCode: BATH })
      for (let count = 0; count < 2; count++) await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      ctx.setNow(new Date(NOON.getTime() + HOUR))
      await rollUp(ctx)
      expect(await publicFigures(ctx, campaign)).toEqual({
        supporters: 11,
        lastDay: 11,
        letters: 0,
        constituencies: 3,
        goal: 1000,
        updatedAt: '2026-11-10T13:00:00.000Z',
        byConstituency: [
          { code: BATH, name: 'Bath', supporters: 'under 5' },
          { code: WESTMINSTER, name: 'Cities of London and Westminster', supporters: 5 },
          { code: VACANT, name: 'Holborn and St Pancras', supporters: 'under 5' },
        ],
      })
    }))

  test('name no constituency with few supporters as long as the total would give their number away', () =>
    onCampaign(async (ctx, campaign) => {
      for (let count = 0; count < 5; count++) await confirmedLetter(ctx, campaign)
      await confirmedLetter(ctx, campaign, { constituencyCode: BATH })
      await rollUp(ctx)
      const { supporters, constituencies, byConstituency } = await publicFigures(ctx, campaign)
      expect({ supporters, constituencies }).toEqual({ supporters: 6, constituencies: 2 })
      expect(byConstituency).toHaveLength(650)
      expect(byConstituency.filter((seat) => seat.supporters !== 'under 5')).toMatchObject([
        { code: WESTMINSTER, supporters: 5 },
      ])
    }))

  test('are as of the last roll-up, and step the goal up when it is reached', () =>
    onCampaign(async (ctx, campaign) => {
      await rollUp(ctx)
      for (let count = 0; count < 3; count++) await confirmedLetter(ctx, campaign)
      expect(await publicFigures(ctx, { ...campaign, goal: 3 })).toMatchObject({ supporters: 0, goal: 3 })
      await rollUp(ctx)
      expect(await publicFigures(ctx, { ...campaign, goal: 3 })).toMatchObject({ supporters: 3, goal: 5 })
    }))

  test('say who came in the last 24 hours, also when nobody comes any more', () =>
    onCampaign(async (ctx, campaign) => {
      for (let count = 0; count < 3; count++) await confirmedLetter(ctx, campaign)
      const lastDays: number[] = []
      for (const hours of [0, 23, 25]) {
        ctx.setNow(new Date(NOON.getTime() + hours * HOUR))
        if (hours === 23) await confirmedLetter(ctx, campaign)
        await rollUp(ctx)
        lastDays.push((await publicFigures(ctx, campaign)).lastDay)
      }
      expect(lastDays).toEqual([3, 4, 1])
    }))

  test('are nothing, as of now, before the first roll-up', () =>
    onCampaign(async (ctx) => {
      expect(await publicFigures(ctx, { id: crypto.randomUUID(), goal: 10 })).toEqual({
        supporters: 0,
        lastDay: 0,
        letters: 0,
        constituencies: 0,
        goal: 10,
        updatedAt: NOON.toISOString(),
        byConstituency: [],
      })
    }))
})
