import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { figures, heldReasons, letterStates, letters } from '@/db/schema/index'
import { actOnLetter } from '@/lib/delivery/queue/act-on-letter'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY } from '@/lib/kernel/time/durations'
import { letterHistory } from '@/lib/letters/find'
import { heldWaitsFor, stateCourse } from '@/lib/letters/letter-states'
import { markSentByWriter } from '@/lib/letters/printed/sent-by-writer'
import { confirmedLetter, letterRow, mailTo, NO_EMAIL, onCampaign, queued, VACANT } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { tellFailed } from '@/lib/messages/to-writer/failed'
import { tellWaitEnds } from '@/lib/messages/to-writer/wait-ends'
import { purge } from '@/lib/privacy/purge'
import { setKeeping } from '@/lib/privacy/set-keeping'

const days = (count: number, ms = 0) => new Date(NOON.getTime() + count * DAY + ms)

async function purgedAt(ctx: TestContext, at: Date) {
  ctx.setNow(at)
  return purge(ctx)
}

const wordsOf = ({ text }: { text: string }) => text.replace(/\s+/g, ' ')

/** One letter after the other: they share a connection. */
async function each<Of, Made>(those: readonly Of[], make: (one: Of) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = []
  for (const one of those) made.push(await make(one))
  return made
}

/** Puts a letter where no verb would, for states that take long to come to. */
async function put(ctx: TestContext, id: string, to: Partial<typeof letters.$inferInsert>) {
  await ctx.db.execute(sql`alter table letters disable trigger letters_legal_move`)
  await ctx.db.update(letters).set(to).where(eq(letters.id, id))
  await ctx.db.execute(sql`alter table letters enable trigger letters_legal_move`)
}

describe('every state of a letter', () => {
  test('is known to end, to wait or to lapse, and every reason to hold one for what it waits', () => {
    expect(Object.keys(stateCourse).sort()).toEqual([...letterStates].sort())
    expect(Object.keys(heldWaitsFor).sort()).toEqual([...heldReasons].sort())
  })

  const ended = letterStates.filter((state) => stateCourse[state] === 'ends')
  test('that ends: text, address and sketch are erased 28 days after it, to the second', () =>
    onCampaign(async (ctx, campaign) => {
      const all = await each(ended, async (state) => {
        const { id } = await confirmedLetter(ctx, campaign, { updates: true })
        await put(ctx, id, { state, endedAt: days(3) })
        return { id, state, name: state }
      })
      await purgedAt(ctx, days(31, -1000))
      for (const { id, name } of all)
        expect(await letterRow(ctx, id), name).toMatchObject({
          textSealed: expect.any(String),
          sketch: expect.any(String),
        })
      expect(await purgedAt(ctx, days(31))).toMatchObject({ letterTexts: all.length })
      for (const { id, state, name } of all)
        expect(await letterRow(ctx, id), name).toMatchObject({ state, textSealed: null, sketch: null })
    }))

  test('that ends without a moment written down: it ended when it can have at the earliest', () =>
    onCampaign(async (ctx, campaign) => {
      const all = await each(ended, async (state) => {
        const { id } = await confirmedLetter(ctx, campaign)
        await put(ctx, id, { state, endedAt: null })
        return { id, name: state }
      })
      expect(await purgedAt(ctx, days(28))).toMatchObject({ letterTexts: all.length })
      for (const { id, name } of all) expect(await letterRow(ctx, id), name).toMatchObject({ textSealed: null })
    }))

  const waiting = [
    ...letterStates
      .filter((state) => stateCourse[state] === 'waits' && state !== 'held')
      .map((state) => [state, null] as const),
    ...heldReasons.map((reason) => ['held', reason] as const),
  ]
  // All of them in the same purges: each is looked at by itself, and a sum says that none was left out or done twice.
  test('that waits does for 180 days, its writer is told before and after, and the text goes 28 days later', () =>
    onCampaign(async (ctx, campaign) => {
      const all = await each(waiting, async ([state, heldReason]) => {
        const { id, email } = await confirmedLetter(ctx, campaign, {
          updates: true,
          constituencyCode: heldReason === 'vacant' ? VACANT : NO_EMAIL,
        })
        await put(ctx, id, { state, heldReason })
        return { id, email, heldReason, name: `${state} ${heldReason}` }
      })
      expect(await purgedAt(ctx, days(166, -1000))).toMatchObject({ waitsTold: 0 })
      expect(await purgedAt(ctx, days(166))).toMatchObject({ waitsTold: all.length, waits: 0 })
      expect(await purgedAt(ctx, days(167))).toMatchObject({ waitsTold: 0 })
      for (const { id, name } of all) {
        expect(await queued(ctx, 'tell-wait-ends', id), name).toHaveLength(1)
        await tellWaitEnds(ctx, id)
      }
      expect(await purgedAt(ctx, days(180, -1000))).toMatchObject({ waits: 0 })
      expect(await purgedAt(ctx, days(180))).toMatchObject({ waits: all.length, letterTexts: 0 })
      for (const { id, email, heldReason, name } of all) {
        expect(await letterRow(ctx, id), name).toMatchObject({ state: 'failed', heldReason: null, endedAt: days(180) })
        expect((await letterHistory(ctx, id)).at(-1), name).toMatchObject({
          state: 'failed',
          reason: `waited-${heldReason ?? 'turn'}`,
        })
        expect(await queued(ctx, 'tell-failed', id), name).toHaveLength(1)
        await tellFailed(ctx, id)
        await tellWaitEnds(ctx, id)
        const told = await mailTo(email)
        expect(told, name).toHaveLength(2)
        for (const text of told.map(wordsOf)) {
          expect(text, name).toContain('9 May 2027')
          expect(text, name).toContain('6 June 2027')
          expect(text, name).toContain('My own grandmother fled.')
        }
        expect(told.map(wordsOf)[0], name).toContain('For yours that ends on')
        const ended = heldReason === 'no-email' ? 'You can still print yours' : 'we do not send yours any more'
        expect(told.map(wordsOf)[1], name).toContain(ended)
      }
      expect(await purgedAt(ctx, days(208, -1000))).toMatchObject({ letterTexts: 0 })
      expect(await purgedAt(ctx, days(208))).toMatchObject({ letterTexts: all.length, waits: 0 })
      for (const { id, name } of all)
        expect(await letterRow(ctx, id), name).toMatchObject({ textSealed: null, sketch: null })
    }))
})

describe('the waiting of a letter', () => {
  test('that is found out years later is over all the same, in one purge', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign, { updates: true, constituencyCode: VACANT })
      expect(await purgedAt(ctx, new Date('2036-01-01T00:00:00Z'))).toMatchObject({
        waits: 1,
        waitsTold: 0,
        letterTexts: 1,
      })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'failed', endedAt: days(180), textSealed: null })
    }))

  test('shortened, ends sooner, but for what waits already not before it was; lengthened again, it does not for that', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign, { updates: true, constituencyCode: VACANT })
      ctx.setNow(days(100))
      const shorter = { letterTextDays: 28, heldDays: 60, monthsAfterClose: 6, monthsAfterSigning: 12 }
      await setKeeping(ctx, shorter)
      const later = await confirmedLetter(ctx, campaign, { updates: true, constituencyCode: VACANT })
      ctx.setNow(days(101))
      await setKeeping(ctx, { ...shorter, heldDays: 180 })
      expect(await purge(ctx)).toMatchObject({ waits: 1, letterTexts: 0 })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'failed', endedAt: days(100) })
      expect(await purgedAt(ctx, days(160, -1000))).toMatchObject({ waits: 0, letterTexts: 1 })
      expect(await purgedAt(ctx, days(160))).toMatchObject({ waits: 1 })
      expect(await letterRow(ctx, later.id)).toMatchObject({ endedAt: days(160) })
    }))

  test('ends with its supporter, where that is sooner: it does not stay held without a text', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      await setKeeping(ctx, { letterTextDays: 28, heldDays: 180, monthsAfterClose: 6, monthsAfterSigning: 1 })
      expect(await purgedAt(ctx, days(31))).toMatchObject({ supporters: 1 })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'failed', textSealed: null })
    }))

  test('leaves the figures of supporters as they were', () =>
    onCampaign(async (ctx, campaign) => {
      await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      await rollUp(ctx)
      const before = await ctx.db.select().from(figures)
      await purgedAt(ctx, days(181))
      await rollUp(ctx)
      expect(await ctx.db.select().from(figures)).toEqual(before)
    }))
})

describe('"I have sent it"', () => {
  test('ends a letter to an MP without an e-mail: its text goes 28 days later, and nothing sends it any more', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign, { updates: true, constituencyCode: NO_EMAIL })
      ctx.setNow(days(2))
      await markSentByWriter(ctx, id, 'post')
      expect(await actOnLetter(ctx, id, { action: 'release', reason: 'There is an address' })).toBe(false)
      expect(await purgedAt(ctx, days(30, -1000))).toMatchObject({ letterTexts: 0 })
      expect(await purgedAt(ctx, days(30))).toMatchObject({ letterTexts: 1, waits: 0 })
    }))
})
