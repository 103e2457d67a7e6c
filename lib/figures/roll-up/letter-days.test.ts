import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { letterRates } from '@/lib/figures/dashboard/letter-rates'
import { type LetterFigures, letterFigures } from '@/lib/figures/dashboard/letters'
import { replyFigures } from '@/lib/figures/dashboard/replies'
import { onCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { seedSignUps } from '@/tools/seed/sign-ups'
import { areDaysDue } from './days-due'
import { rebuildFigures } from './recount'
import { rollUp } from './roll-up'

const spanOf = ({ id: campaignId }: LiveCampaign) => ({ campaignId, from: '2026-09-01', to: '2026-12-31' })

/** What is asked of letters, read in each of the ways that there are, and the same where nothing but letters is read. */
async function bothWays(ctx: TestContext, campaign: LiveCampaign) {
  const scope = spanOf(campaign)
  const codes = await ctx.db.execute<{ code: string; nation: string }>(sql`select code, nation from constituencies`)
  const seats = codes.map(({ code }) => code)
  const some = codes.flatMap(({ code, nation }) => (nation === 'England' ? [code] : []))
  const read = async (isDue: boolean) => {
    const told = []
    for (const narrower of [{ seats }, { seats: some }, { source: '' }, { source: 'newsletter 4' }]) {
      const narrowed = { ...scope, ...narrower, isDue }
      told.push(await letterFigures(ctx, narrowed), await letterRates(ctx, narrowed), await replyFigures(ctx, narrowed))
    }
    return told
  }
  const summed = [
    await letterFigures(ctx, scope),
    await letterRates(ctx, scope),
    await replyFigures(ctx, scope),
    ...(await read(await areDaysDue(ctx))),
  ]
  // Narrowed to every seat it is narrowed by none.
  const letters = await read(true)
  return [summed, [...letters.slice(0, 3), ...letters]] as const
}

test('the days follow the letters, through roll-ups, what changes, what is marked as not genuine and what is erased', () =>
  onCampaign(async (ctx, campaign) => {
    const follow = async (change: ReturnType<typeof sql>) => {
      await ctx.db.execute(change)
      await rollUp(ctx)
      const [days, letters] = await bothWays(ctx, campaign)
      expect(days).toEqual(letters)
      return days[0] as LetterFigures
    }
    await seedSignUps(ctx, { campaign, count: 300, days: 30 })
    const first = await follow(sql`select`)
    expect(first.ownWords.letters).toBeGreaterThan(100)
    expect(first.byHeldReason.length).toBeGreaterThan(1)
    const said = async (of: Record<string, unknown>) =>
      expect(await replyFigures(ctx, spanOf(campaign))).toMatchObject(of)
    const { asked, realAnswer } = await replyFigures(ctx, spanOf(campaign))
    expect(Math.min(asked, realAnswer)).toBeGreaterThan(0)
    await follow(sql`update replies set answer = 'no'`)
    await said({ asked, realAnswer: 0 })
    await follow(sql`delete from replies`)
    await said({ asked, no: 0 })
    await follow(
      sql`insert into replies (letter_id, answer, answered_at) select id, 'real-answer', now() from letters where reply_asked_at is not null`,
    )
    await said({ asked, realAnswer: asked })
    await follow(
      sql`update letters set reply_asked_at = reply_asked_at - interval '1 day' where reply_asked_at is not null`,
    )
    await follow(sql`update letters set state = 'delivered' where state = 'accepted'`)
    const fewer = await follow(sql`update letters set not_genuine_at = now() where state = 'delivered'`)
    expect(fewer.ownWords.letters).toBeLessThan(first.ownWords.letters)
    await follow(sql`
      update letters set constituency_code = (select max(code) from constituencies), source_id = 0, created_at = created_at - interval '1 day'
      where created_at < '2026-10-28'`)
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
    await ctx.db.execute(sql`delete from letter_day_parts where key = ''`)
    await ctx.db.execute(sql`update letter_day_parts set counts[1] = counts[1] + 1 where part = 'seat'`)
    const found = await rebuildFigures(ctx)
    expect(found.length).toBeGreaterThan(1)
    expect(found[0]).toMatchObject({ campaign: campaign.slug, is: 0 })
    expect(await bothWays(ctx, campaign)).toEqual(before)
    expect(await rebuildFigures(ctx)).toEqual([])
  }))

test('days whose parts are not known are read from the letters until each is summed up, some in a roll-up', () =>
  onCampaign(async (ctx, campaign) => {
    await seedSignUps(ctx, { campaign, count: 100, days: 7 })
    await rollUp(ctx)
    const right = await bothWays(ctx, campaign)
    // As a process of the version before leaves it, which knows of no parts.
    await ctx.db.execute(sql`select set_config('dear_mp.counts_parts', '', true)`)
    await ctx.db.execute(
      sql`insert into letter_day_marks (campaign_id, day) select distinct campaign_id, day from letter_days`,
    )
    await ctx.db.execute(sql`delete from letter_day_marks`)
    await ctx.db.execute(sql`delete from letter_day_parts`)
    const left = async () => (await ctx.db.execute(sql`select from letter_days_due`)).length
    const before = await left()
    for (let turn = 0; turn < before && (await left()) > 0; turn++) {
      expect(await bothWays(ctx, campaign)).toEqual(right)
      await rollUp(ctx)
    }
    expect([before > 4, await left()]).toEqual([true, 0])
    expect(await bothWays(ctx, campaign)).toEqual(right)
  }))
