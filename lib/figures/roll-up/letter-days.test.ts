import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { letterRates } from '@/lib/figures/dashboard/letter-rates'
import { letterFigures } from '@/lib/figures/dashboard/letters'
import { onCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { seedSignUps } from '@/tools/seed/sign-ups'
import { rebuildFigures } from './recount'
import { rollUp } from './roll-up'

/** The same figures from the days, and from the letters one by one: a scope of every seat is narrowed by none. */
async function bothWays(ctx: TestContext, campaign: LiveCampaign) {
  const scope = { campaignId: campaign.id, from: '2026-10-01', to: '2026-12-31' }
  const codes = await ctx.db.execute<{ code: string }>(sql`select code from constituencies`)
  const read = { ...scope, seats: codes.map(({ code }) => code) }
  return [
    [await letterFigures(ctx, scope), await letterRates(ctx, scope)],
    [await letterFigures(ctx, read), await letterRates(ctx, read)],
  ] as const
}

test('the days follow the letters, through roll-ups, what changes, what is marked as not genuine and what is erased', () =>
  onCampaign(async (ctx, campaign) => {
    const follow = async (change: ReturnType<typeof sql>) => {
      await ctx.db.execute(change)
      await rollUp(ctx)
      const [days, letters] = await bothWays(ctx, campaign)
      expect(days).toEqual(letters)
      return days[0]
    }
    await seedSignUps(ctx, { campaign, count: 300, days: 10 })
    const first = await follow(sql`select`)
    expect(first.ownWords.letters).toBeGreaterThan(100)
    expect(first.byHeldReason.length).toBeGreaterThan(1)
    await follow(sql`update letters set state = 'delivered' where state = 'accepted'`)
    const fewer = await follow(sql`update letters set not_genuine_at = now() where state = 'delivered'`)
    expect(fewer.ownWords.letters).toBeLessThan(first.ownWords.letters)
    await follow(sql`update letters set own_words = 0`)
    const none = await follow(sql`delete from letters where state = 'unconfirmed'`)
    expect(none.byState.map(({ state }) => state)).not.toContain('unconfirmed')
  }))

test('a recount puts the days right and tells of it, and of nothing where they were right or only not yet counted', () =>
  onCampaign(async (ctx, campaign) => {
    await seedSignUps(ctx, { campaign, count: 100, days: 3 })
    await rollUp(ctx)
    await ctx.db.execute(sql`update letters set own_words = 99 where confirmed_at is not null`)
    expect(await rebuildFigures(ctx)).toEqual([])
    const before = await bothWays(ctx, campaign)
    await ctx.db.execute(sql`update letter_days set letters = letters + 1 where kind = 'alike'`)
    await ctx.db.execute(sql`delete from letter_days where kind = 'wait'`)
    const found = await rebuildFigures(ctx)
    expect(found.length).toBeGreaterThan(1)
    expect(found[0]).toMatchObject({ campaign: campaign.slug, is: 0 })
    expect(await bothWays(ctx, campaign)).toEqual(before)
    expect(await rebuildFigures(ctx)).toEqual([])
  }))
