import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { audit, campaigns, figures, links, liveAnswers, supporters } from '@/db/schema/index'
import { tablesHolding } from '@/db/testing'
import { deliverLetter } from '@/lib/delivery/testing'
import { cacheResult } from '@/lib/directory/live/cached-results'
import { allSeats } from '@/lib/directory/seats'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { makeLink, readLink } from '@/lib/kernel/secrets/tokens'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY } from '@/lib/kernel/time/durations'
import { findLetter, letterHistory } from '@/lib/letters/find'
import { moveLetter } from '@/lib/letters/move'
import {
  confirmedLetter,
  letterRow,
  linkCount,
  livingCampaign,
  onCampaign,
  VACANT,
  writtenLetter,
} from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { unsubscribe } from '@/lib/supporters/unsubscribe'
import { keeping } from './how-long-kept'
import { purge } from './purge'
import { purgedKinds } from './purge-kinds'

const SECOND = 1000
const NOTHING = Object.fromEntries(purgedKinds.map((kind) => [kind, 0]))
const days = (count: number, seconds = 0) => new Date(NOON.getTime() + count * DAY + seconds * SECOND)
const date = (iso: string, seconds = 0) => new Date(Date.parse(iso) + seconds * SECOND)

async function supporterRow(ctx: TestContext, id: string) {
  const [row] = await ctx.db.select().from(supporters).where(eq(supporters.id, id))
  return row
}

async function purgedAt(ctx: TestContext, at: Date) {
  ctx.setNow(at)
  return purge(ctx)
}

/** Whether anything of a supporter is left that is theirs, sealed or hashed. */
const ERASED = {
  nameSealed: null,
  emailSealed: null,
  postcodeSealed: null,
  emailHash: null,
  identityHash: null,
  erasedAt: expect.any(Date),
}

test('what is promised: 7 days, 28 days, 180 days, 6 months and 12 months, and 30 days for a look-up or a delivery', () => {
  expect(keeping).toEqual({
    unconfirmedDays: 7,
    letterTextDays: 28,
    heldDays: 180,
    waitEndToldDays: 14,
    owedWordDays: 7,
    monthsAfterClose: 6,
    monthsAfterSigning: 12,
    mailDays: 90,
    memberListDays: 7,
    suppressionMonths: 12,
    staffMonths: 12,
    jobDays: 28,
    lookUpDays: 30,
    networkDays: 7,
    webhookDays: 30,
    webhookAnswerDays: 7,
  })
})

describe('an unconfirmed sign-up', () => {
  test('is kept for seven days to the second, and then erased whole', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, supporterId } = await writtenLetter(ctx, campaign)
      expect(await purgedAt(ctx, days(7, -1))).toEqual(NOTHING)
      expect(await findLetter(ctx, id)).not.toBeNull()
      expect(await purgedAt(ctx, days(7))).toMatchObject({ unconfirmed: 1, letterTexts: 0, supporters: 0 })
      expect(await supporterRow(ctx, supporterId)).toBeUndefined()
      expect(await findLetter(ctx, id)).toBeNull()
      expect(await letterHistory(ctx, id)).toEqual([])
      expect(await linkCount(ctx, id)).toBe(0)
      const left = (await tablesHolding(ctx, id)).concat(await tablesHolding(ctx, supporterId))
      // A job that still waits holds the letter's id alone, and finds nothing.
      expect(left).toEqual(['graphile_worker._private_jobs'])
    }))

  test('that was confirmed in time is none', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      expect(await purgedAt(ctx, days(8))).toMatchObject({ unconfirmed: 0 })
      expect((await findLetter(ctx, id))?.text).not.toBeNull()
    }))
})

describe('a letter’s text and postal address', () => {
  test('are kept for 28 days after it went, to the second, and its writer for longer', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, supporterId, email } = await confirmedLetter(ctx, campaign)
      ctx.setNow(days(1))
      await deliverLetter(ctx, id)
      expect(await purgedAt(ctx, days(29, -1))).toMatchObject({ letterTexts: 0 })
      expect((await findLetter(ctx, id))?.text).not.toBeNull()
      expect(await purgedAt(ctx, days(29))).toMatchObject({ letterTexts: 1, supporters: 0 })
      expect(await findLetter(ctx, id)).toMatchObject({ text: null, person: { email }, state: 'accepted' })
      expect(await supporterRow(ctx, supporterId)).toMatchObject({ erasedAt: null })
      expect(await purgedAt(ctx, days(30))).toMatchObject({ letterTexts: 0 })
    }))

  test('are kept for 28 days after it failed', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      await moveLetter(ctx, id, { from: ['queued'], to: 'failed', set: { endedAt: days(7) } })
      expect(await purgedAt(ctx, days(35, -1))).toMatchObject({ letterTexts: 0 })
      expect(await purgedAt(ctx, days(35))).toMatchObject({ letterTexts: 1 })
    }))

  test('are kept while the letter still waits for an MP', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      expect(await purgedAt(ctx, days(100))).toMatchObject({ letterTexts: 0 })
      expect((await findLetter(ctx, id))?.text).not.toBeNull()
    }))
})

describe('a supporter who did not ask for updates', () => {
  test('is kept for twelve months after signing, to the second', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, supporterId } = await confirmedLetter(ctx, campaign)
      const held = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      await deliverLetter(ctx, id)
      expect(await purgedAt(ctx, date('2027-11-10T12:00:00Z', -1))).toMatchObject({ supporters: 0 })
      expect(await purgedAt(ctx, date('2027-11-10T12:00:00Z'))).toMatchObject({ supporters: 2 })
      expect(await supporterRow(ctx, supporterId)).toMatchObject(ERASED)
      expect(await supporterRow(ctx, held.supporterId)).toMatchObject(ERASED)
      expect(await letterRow(ctx, held.id)).toMatchObject({ textSealed: null })
      expect(await linkCount(ctx, id)).toBe(0)
    }))

  test('is kept for six months after the campaign’s close, when that is first', () =>
    onCampaign(async (ctx, campaign) => {
      const { supporterId } = await confirmedLetter(ctx, campaign)
      await ctx.db
        .update(campaigns)
        .set({ closedAt: date('2027-02-10T12:00:00Z') })
        .where(eq(campaigns.id, campaign.id))
      expect(await purgedAt(ctx, date('2027-08-10T12:00:00Z', -1))).toMatchObject({ supporters: 0 })
      expect(await purgedAt(ctx, date('2027-08-10T12:00:00Z'))).toMatchObject({ supporters: 1 })
      expect(await supporterRow(ctx, supporterId)).toMatchObject(ERASED)
    }))

  test('is not kept longer than twelve months because the campaign closed late', () =>
    onCampaign(async (ctx, campaign) => {
      await confirmedLetter(ctx, campaign)
      await ctx.db
        .update(campaigns)
        .set({ closedAt: date('2027-11-01T00:00:00Z') })
        .where(eq(campaigns.id, campaign.id))
      expect(await purgedAt(ctx, date('2027-11-10T12:00:00Z'))).toMatchObject({ supporters: 1 })
    }))

  test('months are the calendar’s, also at the end of a short one', () =>
    onCampaign(async (ctx, campaign) => {
      await confirmedLetter(ctx, campaign)
      await ctx.db
        .update(campaigns)
        .set({ closedAt: date('2026-08-31T12:00:00Z') })
        .where(eq(campaigns.id, campaign.id))
      expect(await purgedAt(ctx, date('2027-02-28T11:59:59Z'))).toMatchObject({ supporters: 0 })
      expect(await purgedAt(ctx, date('2027-03-01T12:00:00Z'))).toMatchObject({ supporters: 1 })
    }))

  test('leaves the figures as they were', () =>
    onCampaign(async (ctx, campaign) => {
      await deliverLetter(ctx, (await confirmedLetter(ctx, campaign)).id)
      await rollUp(ctx)
      const before = await ctx.db.select().from(figures)
      expect(before).toMatchObject([{ supporters: 1, letters: 1 }])
      await purgedAt(ctx, date('2030-01-01T00:00:00Z'))
      await rollUp(ctx)
      expect(await ctx.db.select().from(figures)).toEqual(before)
    }))
})

describe('a supporter who asked for updates', () => {
  test('is kept, without the letter’s text, until they leave', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, supporterId, email } = await confirmedLetter(ctx, campaign, { updates: true })
      await deliverLetter(ctx, id)
      await ctx.db
        .update(campaigns)
        .set({ closedAt: days(30) })
        .where(eq(campaigns.id, campaign.id))
      expect(await purgedAt(ctx, date('2036-01-01T00:00:00Z'))).toMatchObject({ letterTexts: 1, supporters: 0 })
      expect(await findLetter(ctx, id)).toMatchObject({ person: { email }, text: null })
      await unsubscribe(ctx, supporterId)
      expect(await purge(ctx)).toMatchObject({ supporters: 1 })
      expect(await supporterRow(ctx, supporterId)).toMatchObject(ERASED)
    }))

  test('and leaves early is kept as long as anybody else', () =>
    onCampaign(async (ctx, campaign) => {
      const { supporterId } = await confirmedLetter(ctx, campaign, { updates: true })
      await unsubscribe(ctx, supporterId)
      expect(await purgedAt(ctx, date('2027-11-10T12:00:00Z', -1))).toMatchObject({ supporters: 0 })
      expect(await purgedAt(ctx, date('2027-11-10T12:00:00Z'))).toMatchObject({ supporters: 1 })
    }))
})

describe('a purge', () => {
  test('removes links a week after they stopped working, and none that works', () =>
    onCampaign(async (ctx) => {
      const short = await makeLink(ctx, 'my-data', { emailHash: 'hash' }, 1)
      const lasting = await makeLink(ctx, 'my-data', { emailHash: 'hash' })
      expect(await purgedAt(ctx, days(8, -1))).toEqual(NOTHING)
      expect(await readLink(ctx, 'my-data', short)).toMatchObject({ expired: true })
      expect(await purgedAt(ctx, days(8))).toEqual({ ...NOTHING, links: 1 })
      expect(await readLink(ctx, 'my-data', short)).toBeNull()
      expect(await readLink(ctx, 'my-data', lasting)).not.toBeNull()
      expect(await ctx.db.$count(links)).toBe(1)
    }))

  test('removes answers of live sources to the second when they have been kept for thirty days', () =>
    onCampaign(async (ctx) => {
      const [seat] = await allSeats(ctx)
      if (!seat) throw new Error('There is no seat.')
      await cacheResult(ctx, 'BR87RE', { kind: 'seats', seats: [seat] })
      expect(await purgedAt(ctx, days(30, -1))).toEqual(NOTHING)
      expect(await purgedAt(ctx, days(30))).toEqual({ ...NOTHING, lookUps: 1 })
      expect(await ctx.db.$count(liveAnswers)).toBe(0)
    }))

  test('is written down with its counts, and finds nothing the second time', () =>
    onCampaign(async (ctx, campaign) => {
      await writtenLetter(ctx, campaign)
      const { supporterId } = await confirmedLetter(ctx, campaign)
      const purged = await purgedAt(ctx, date('2028-01-01T00:00:00Z'))
      expect(purged).toMatchObject({ unconfirmed: 1, supporters: 1 })
      const entries = await ctx.db.select().from(audit).where(eq(audit.verb, 'privacy.purge'))
      expect(entries).toMatchObject([{ actorKind: 'system', subjectKind: 'installation', after: purged }])
      expect(await purge(ctx)).toEqual(NOTHING)
      expect(await supporterRow(ctx, supporterId)).toMatchObject({ erasedAt: date('2028-01-01T00:00:00Z') })
    }))

  test('beside another purge ends well, and erases once', async () => {
    const { ctx, campaign } = await livingCampaign()
    for (let count = 0; count < 5; count++) await writtenLetter(ctx, campaign)
    for (let count = 0; count < 5; count++) await confirmedLetter(ctx, campaign)
    ctx.setNow(date('2028-01-01T00:00:00Z'))
    const both = await Promise.all([purge(ctx), purge(ctx)])
    const sum = (kind: 'unconfirmed' | 'supporters') => both.reduce((total, purged) => total + purged[kind], 0)
    expect(sum('unconfirmed')).toBe(5)
    expect(sum('supporters')).toBe(5)
  })
})
