import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { campaigns, campaignVersions, letters, wordingsGiven } from '@/db/schema/index'
import type { CampaignContent } from '@/lib/content/content'
import { findCampaign, type LiveCampaign } from '@/lib/content/find-campaign'
import { findSeat, type Seat } from '@/lib/directory/lookup'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY } from '@/lib/kernel/time/durations'
import { submitLetter } from '@/lib/letters/submit'
import { livingCampaign, onCampaign, submission, VACANT, WESTMINSTER } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { freeWordings } from './free-unused'
import { giveAnother, giveWording } from './give-wording'
import { letterKit } from './letter-kit'
import { asksOf, parseWording, printWording, type Wording } from './wording'

const LEEDS = 'E14001322'
const ANY = { asks: [], opens: false }

async function seatOf(ctx: TestContext, code = WESTMINSTER): Promise<Seat> {
  const seat = await findSeat(ctx, code)
  if (!seat) throw new Error(`There is no seat ${code}.`)
  return seat
}

async function give(ctx: TestContext, campaign: LiveCampaign, times: number, code = WESTMINSTER) {
  const seat = await seatOf(ctx, code)
  const given = []
  for (let turn = 0; turn < times; turn++) given.push(await giveWording(ctx, campaign, seat, ANY))
  return given
}

/** The forms of long sentences that two wordings share. */
function inCommon(content: CampaignContent, one: Wording | undefined, other: Wording | undefined): number {
  const { sentences } = letterKit(content)
  const keys = (wording: Wording | undefined) =>
    (wording?.said ?? [])
      .filter(({ sentence }) => (sentences[sentence]?.forms ?? 0) > 4)
      .map(({ sentence, form }) => `${sentence}/${form}`)
  return keys(one).filter((key) => keys(other).includes(key)).length
}

function mostInCommon(content: CampaignContent, wordings: Wording[]): number {
  return Math.max(...wordings.flatMap((one, at) => wordings.slice(0, at).map((other) => inCommon(content, one, other))))
}

describe('what is given to one constituency', () => {
  test('has no long sentence in common with the twenty before it', () =>
    onCampaign(async (ctx, campaign) => {
      const wordings = (await give(ctx, campaign, 20)).map(({ wording }) => wording)
      expect(mostInCommon(campaign.content, wordings)).toBe(0)
    }))

  test('does not depend on what others are given, and begins elsewhere in another seat', () =>
    onCampaign(async (ctx, campaign) => {
      const [first] = await give(ctx, campaign, 1)
      const [other] = await give(ctx, campaign, 1, LEEDS)
      expect(first?.wording).not.toEqual(other?.wording)
      const [vacant] = await give(ctx, campaign, 1, VACANT)
      expect(vacant && asksOf(campaign.content, vacant.wording).argued.length).toBeGreaterThan(0)
    }))

  test('is kept as it is printed, and reads back', () =>
    onCampaign(async (ctx, campaign) => {
      const [given] = await give(ctx, campaign, 1)
      const [row] = await ctx.db.select().from(wordingsGiven)
      expect(parseWording(campaign.content, row?.code ?? '')).toEqual(given?.wording)
    }))
})

describe('a combination that was given', () => {
  test('counts for a day without a letter, and is free again after it', () =>
    onCampaign(async (ctx, campaign) => {
      const [first] = await give(ctx, campaign, 1)
      ctx.setNow(new Date(NOON.getTime() + DAY - 1))
      const [next] = await give(ctx, campaign, 1)
      expect(inCommon(campaign.content, first?.wording, next?.wording)).toBe(0)
      await ctx.db.delete(wordingsGiven).where(eq(wordingsGiven.id, next?.id ?? ''))
      ctx.setNow(new Date(NOON.getTime() + DAY))
      const [again] = await give(ctx, campaign, 1)
      expect(again?.wording).toEqual(first?.wording)
    }))

  test('is changed for another by whoever has it, in its place; one of another seat, or with a letter, is not', () =>
    onCampaign(async (ctx, campaign) => {
      const [first] = await give(ctx, campaign, 1)
      const seat = await seatOf(ctx)
      const other = await giveAnother(ctx, campaign, seat, { asks: ['talks'], opens: false }, first?.id ?? '')
      expect(other?.id).toBe(first?.id)
      expect(asksOf(campaign.content, other?.wording as Wording).argued).toEqual(['talks'])
      const again = await giveAnother(ctx, campaign, seat, ANY, first?.id ?? '')
      expect(again?.wording).toEqual(first?.wording)
      const [elsewhere] = await give(ctx, campaign, 1, LEEDS)
      const [used] = await give(ctx, campaign, 1)
      await submitLetter(ctx, { ...submission(campaign), wording: used?.wording as Wording, givenId: used?.id ?? '' })
      for (const id of [elsewhere?.id ?? '', used?.id ?? '', crypto.randomUUID(), 'nonsense', '']) {
        expect(await giveAnother(ctx, campaign, seat, ANY, id)).toBeNull()
      }
      expect(await ctx.db.$count(wordingsGiven)).toBe(3)
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

  test('is kept with the letter that used it, for good', () =>
    onCampaign(async (ctx, campaign) => {
      const [given] = await give(ctx, campaign, 1)
      const wording = given?.wording as Wording
      await submitLetter(ctx, { ...submission(campaign), wording, givenId: given?.id ?? '' })
      const [row] = await ctx.db.select().from(wordingsGiven)
      const [letter] = await ctx.db.select().from(letters)
      expect(row).toMatchObject({ id: given?.id, letterId: letter?.id, code: printWording(wording) })
      expect(letter?.wording).toEqual(wording)
      ctx.setNow(new Date(NOON.getTime() + 30 * DAY))
      const [next] = await give(ctx, campaign, 1)
      expect(inCommon(campaign.content, next?.wording, wording)).toBe(0)
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

test('twenty supporters at the same moment, each on a connection of their own, get as different wordings as one after the other', async () => {
  const { ctx, campaign } = await livingCampaign()
  const seat = await seatOf(ctx)
  const given = await Promise.all(Array.from({ length: 20 }, () => giveWording(ctx, campaign, seat, ANY)))
  expect(
    mostInCommon(
      campaign.content,
      given.map(({ wording }) => wording),
    ),
  ).toBe(0)
  await ctx.db.delete(wordingsGiven)
})

test('a sentence counts on in the next version, wherever it stands there; one that was rewritten does not', () =>
  onCampaign(async (ctx, campaign) => {
    const given = await give(ctx, campaign, 12)
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
    const texts = (of: CampaignContent, wordings: Wording[]) =>
      wordings.flatMap(({ said }) =>
        said.map(({ sentence, form }) => `${letterKit(of).sentences[sentence]?.source} ${form}`),
      )
    const long = (text: string) => text.split('|').length > 4
    const used = texts(
      content,
      given.map(({ wording }) => wording),
    ).filter(long)
    const next = texts(
      edited,
      (await give(ctx, live, 6)).map(({ wording }) => wording),
    ).filter(long)
    expect(next.filter((text) => used.includes(text))).toEqual([])
  }))

test.each([
  ['as they were kept before letters were chosen by sentences', () => '000000000'],
  [
    'that are all alike',
    (content: CampaignContent) =>
      printWording({
        skeleton: 0,
        said: letterKit(content)
          .sentences.slice(0, 12)
          .map(({ at }) => ({ sentence: at, form: 0 })),
      }),
  ],
])('ten thousand %s are no fault, and no sentence is said as they have it', (_what, codeOf) =>
  onCampaign(async (ctx, campaign) => {
    const seat = await seatOf(ctx)
    const code = codeOf(campaign.content)
    await ctx.db.execute(sql`
      insert into wordings_given (campaign_id, constituency_code, version_id, code, given_at)
      select ${campaign.id}, ${seat.code}, ${campaign.versionId}, ${code}, ${NOON.toISOString()}::timestamptz
      from generate_series(1, 10000)`)
    const { wording } = await giveWording(ctx, campaign, seat, ANY)
    const alike = wording.said.filter(({ sentence, form }) => sentence < 12 && form === 0)
    expect(code.startsWith('~') ? alike : []).toEqual([])
  }),
)
