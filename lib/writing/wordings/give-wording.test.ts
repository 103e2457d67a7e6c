import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { campaigns, campaignVersions, letters, wordingsGiven } from '@/db/schema/index'
import type { CampaignContent } from '@/lib/content/content'
import { findCampaign, type LiveCampaign } from '@/lib/content/find-campaign'
import { findSeat, type Seat } from '@/lib/directory/lookup'
import { DAY } from '@/lib/kernel/time/durations'
import { submitLetter } from '@/lib/letters/submit'
import { livingCampaign, NOON, onCampaign, submission, VACANT, WESTMINSTER } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import type { Wording } from './choose-wording'
import { freeWordings } from './free-unused'
import { giveWording } from './give-wording'
import { choiceOf } from './slots'

const LEEDS = 'E14001322'

async function seatOf(ctx: TestContext, code = WESTMINSTER): Promise<Seat> {
  const seat = await findSeat(ctx, code)
  if (!seat) throw new Error(`There is no seat ${code}.`)
  return seat
}

const idsOf = (content: CampaignContent) => content.asks.map(({ id }) => id)

async function give(ctx: TestContext, campaign: LiveCampaign, times: number, code = WESTMINSTER) {
  const seat = await seatOf(ctx, code)
  const given = []
  for (let turn = 0; turn < times; turn++) given.push(await giveWording(ctx, campaign, seat, idsOf(campaign.content)))
  return given
}

/** In how many of the seven paragraphs two letters have the same wording. */
function alike(content: CampaignContent, one: Wording, other: Wording): number {
  const [a, b] = [one, other].map((wording) => choiceOf(content, wording).slice(1, -1))
  return (a ?? []).filter((place, at) => place === b?.[at]).length
}

function mostAlike(content: CampaignContent, wordings: Wording[]): number {
  return Math.max(...wordings.flatMap((one, at) => wordings.slice(0, at).map((other) => alike(content, one, other))))
}

describe('what is given to one constituency', () => {
  test('has no paragraph in common as long as there is another, and three of seven at most in sixty', () =>
    onCampaign(async (ctx, campaign) => {
      const wordings = (await give(ctx, campaign, 60)).map(({ wording }) => wording)
      const fewest = Math.min(...campaign.content.asks.map((ask) => ask.wordings.length))
      expect(mostAlike(campaign.content, wordings.slice(0, fewest))).toBe(0)
      expect(mostAlike(campaign.content, wordings)).toBeLessThanOrEqual(3)
    }))

  test('changes the order of the asks too', () =>
    onCampaign(async (ctx, campaign) => {
      const orders = (await give(ctx, campaign, 8)).map(({ wording }) => wording.order.join())
      expect(new Set(orders).size).toBe(8)
    }))

  test('does not depend on what others are given, and begins elsewhere in another seat', () =>
    onCampaign(async (ctx, campaign) => {
      const [first] = await give(ctx, campaign, 1)
      const [other] = await give(ctx, campaign, 1, LEEDS)
      expect(alike(campaign.content, first?.wording as Wording, other?.wording as Wording)).toBeLessThan(7)
      const [vacant] = await give(ctx, campaign, 1, VACANT)
      expect(vacant?.wording.order).toHaveLength(campaign.content.asks.length)
    }))
})

describe('a combination that was given', () => {
  test('counts for a day without a letter, and is free again after it', () =>
    onCampaign(async (ctx, campaign) => {
      const [first] = await give(ctx, campaign, 1)
      ctx.setNow(new Date(NOON.getTime() + DAY - 1))
      const [next] = await give(ctx, campaign, 1)
      expect(alike(campaign.content, first?.wording as Wording, next?.wording as Wording)).toBe(0)
      await ctx.db.delete(wordingsGiven).where(eq(wordingsGiven.id, next?.id ?? ''))
      ctx.setNow(new Date(NOON.getTime() + DAY))
      const [again] = await give(ctx, campaign, 1)
      expect(again?.wording).toEqual(first?.wording)
    }))

  test('is forgotten by the purge when a day has passed, but not with a letter, nor before', () =>
    onCampaign(async (ctx, campaign) => {
      const [unused, used] = await give(ctx, campaign, 2)
      const wording = used?.wording as Wording
      await submitLetter(ctx, { ...submission(campaign), wording, givenId: used?.id ?? '' })
      const left = async () => (await ctx.db.select().from(wordingsGiven)).map(({ id }) => id).sort()
      await freeWordings(ctx)
      expect(await left()).toEqual([unused?.id, used?.id].sort())
      ctx.setNow(new Date(NOON.getTime() + DAY))
      await freeWordings(ctx)
      expect(await left()).toEqual([used?.id])
    }))

  test('is kept with the letter that used it, for good, and with the asks that it has', () =>
    onCampaign(async (ctx, campaign) => {
      const [given] = await give(ctx, campaign, 1)
      const wording = given?.wording as Wording
      await submitLetter(ctx, { ...submission(campaign), wording, givenId: given?.id ?? '', asks: ['talks'] })
      const [row] = await ctx.db.select().from(wordingsGiven)
      const [letter] = await ctx.db.select().from(letters)
      expect(row).toMatchObject({ id: given?.id, letterId: letter?.id, code: expect.stringMatching(/^..---...\w$/) })
      expect(letter?.wording).toEqual(wording)
      ctx.setNow(new Date(NOON.getTime() + 30 * DAY))
      const [next] = await give(ctx, campaign, 1)
      expect(next?.wording.opening).not.toBe(wording.opening)
    }))

  test('and freed, or used already, or of another seat, counts from when its letter came', () =>
    onCampaign(async (ctx, campaign) => {
      const [given] = await give(ctx, campaign, 1, LEEDS)
      const wording = given?.wording as Wording
      for (const givenId of [given?.id ?? '', crypto.randomUUID(), 'nonsense', '']) {
        await submitLetter(ctx, { ...submission(campaign), wording, givenId })
      }
      expect(await ctx.db.$count(wordingsGiven, eq(wordingsGiven.constituencyCode, WESTMINSTER))).toBe(4)
      const twice = { ...submission(campaign, { constituencyCode: LEEDS }), wording, givenId: given?.id ?? '' }
      await submitLetter(ctx, twice)
      await submitLetter(ctx, { ...twice, submissionId: crypto.randomUUID() })
      expect(await ctx.db.$count(wordingsGiven, eq(wordingsGiven.constituencyCode, LEEDS))).toBe(2)
    }))
})

test('forty supporters at the same moment, each on a connection of their own, get as different wordings as one after the other', async () => {
  const { ctx, campaign } = await livingCampaign()
  const seat = await seatOf(ctx)
  const given = await Promise.all(
    Array.from({ length: 40 }, () => giveWording(ctx, campaign, seat, idsOf(campaign.content))),
  )
  expect(
    mostAlike(
      campaign.content,
      given.map(({ wording }) => wording),
    ),
  ).toBeLessThanOrEqual(3)
  await ctx.db.delete(wordingsGiven)
})

test('a wording counts on in the next version, wherever it stands there; one that was rewritten does not', () =>
  onCampaign(async (ctx, campaign) => {
    const [first] = await give(ctx, campaign, 1)
    const before = first?.wording as Wording
    const { content } = campaign
    const edited: CampaignContent = {
      ...content,
      letter: { ...content.letter, openings: [...content.letter.openings].reverse() },
    }
    const [version] = await ctx.db
      .insert(campaignVersions)
      .values({ campaignId: campaign.id, number: 2, content: edited, createdBy: 'test' })
      .returning({ id: campaignVersions.id })
    await ctx.db
      .update(campaigns)
      .set({ publishedVersionId: version?.id ?? '' })
      .where(eq(campaigns.id, campaign.id))
    const live = await findCampaign(ctx, campaign.slug)
    if (!live) throw new Error('The campaign is gone.')
    const used = new Set<string | undefined>([content.letter.openings[before.opening]])
    for (const { wording } of await give(ctx, live, content.letter.openings.length - 1)) {
      const opening = edited.letter.openings[wording.opening]
      expect(used).not.toContain(opening)
      used.add(opening)
    }
  }))

test('ten thousand that are all alike leave no slot as they have it', () =>
  onCampaign(async (ctx, campaign) => {
    const seat = await seatOf(ctx)
    const code = '000000000'
    await ctx.db.execute(sql`
      insert into wordings_given (campaign_id, constituency_code, version_id, code, given_at)
      select ${campaign.id}, ${seat.code}, ${campaign.versionId}, ${code}, ${NOON.toISOString()}::timestamptz
      from generate_series(1, 10000)`)
    const { wording } = await giveWording(ctx, campaign, seat, idsOf(campaign.content))
    expect(choiceOf(campaign.content, wording)).not.toContain(0)
  }))
