import { and, eq, isNull, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { campaigns, supporters } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { sendDue } from '@/lib/delivery/ledger/send-due'
import { actOnLetter } from '@/lib/delivery/queue/act-on-letter'
import { log } from '@/lib/kernel/log'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY } from '@/lib/kernel/time/durations'
import { noteRest } from '@/lib/mailer/service-retry-after'
import type { TestContext } from '@/lib/mailer/testing/context'
import { sendConfirmation } from '@/lib/messages/to-writer/confirmation'
import { sendCopy, tellHeld } from '@/lib/messages/to-writer/copy-and-held'
import { tellFailed } from '@/lib/messages/to-writer/failed'
import { OWED_WORD_DAYS } from '@/lib/messages/to-writer/tell-before-erasing'
import { tellWaitEnds } from '@/lib/messages/to-writer/wait-ends'
import { purge } from '@/lib/privacy/purge'
import { setKeeping } from '@/lib/privacy/set-keeping'
import { CONFIRM_LINK_DAYS } from '@/lib/settings/confirm-link-days'
import { memberContext } from '@/lib/staff/testing'
import {
  changeMp,
  confirmedLetter,
  letterRow,
  mailFrom,
  mailTo,
  onCampaign,
  queued,
  VACANT,
  writtenLetter,
} from './testing'
import { releaseHeld } from './waiting/release-held'

const END = 180
const days = (count: number, ms = 0) => new Date(NOON.getTime() + count * DAY + ms)
const wordsOf = ({ text }: { text: string }) => text.replace(/\s+/g, ' ')
const held = (ctx: TestContext, campaign: LiveCampaign) =>
  confirmedLetter(ctx, campaign, { updates: true, constituencyCode: VACANT })

log.level = 'silent'

/** Purges, as every night's does, and does what it has queued for the writer; a worker that is behind does it later. */
async function night(ctx: TestContext, id: string, at: Date, works = true) {
  ctx.setNow(at)
  const purged = await purge(ctx)
  if (works) await work(ctx, id)
  return purged
}

async function work(ctx: TestContext, id: string) {
  for (const [kind, key, tell] of [
    ['tell-wait-ends', 'wait ends', tellWaitEnds],
    ['tell-failed', 'failed', tellFailed],
  ] as const) {
    if ((await queued(ctx, kind, id)).length === 0) continue
    await tell(ctx, id)
    await ctx.db.execute(sql`delete from graphile_worker._private_jobs where key = ${`${key} ${id}`}`)
  }
}

async function toldOf(email: string): Promise<string[]> {
  const words = (await mailTo(email)).map(wordsOf)
  for (const text of words) expect(text).toContain('My own grandmother fled.')
  return words.map((text) => (text.includes('we do not send yours any more') ? 'end' : 'before'))
}

describe('a letter that waits, while nothing runs', () => {
  // From when to when after its confirming, in days, and what its writer hears: each once.
  test.each([
    { what: 'a day around the word before', from: END - 14.5, to: END - 13.5, told: ['before', 'end'] },
    { what: 'a day around the end', from: END - 0.5, to: END + 0.5, told: ['before', 'end'] },
    { what: 'a month, from before the word', from: END - 20, to: END + 10, told: ['end'] },
    { what: 'a month, from after the word', from: END - 2, to: END + 28.5, told: ['before', 'end'] },
    { what: 'half a year, from the first day', from: 1, to: END + 3, told: ['end'] },
    { what: 'half a year, from before the word', from: END - 20, to: END + 163, told: ['end'] },
    { what: 'half a year, from after the word', from: END - 10, to: END + 173, told: ['before', 'end'] },
  ])('$what: its writer is told of its end, once, and the text goes after', ({ from, to, told }) =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await held(ctx, campaign)
      const nights = [END - 14, END - 13, END, END + 1, END + 28].filter((day) => day <= from || day >= to)
      for (const day of [...nights, to, to + 1, to + 30].sort((a, b) => a - b)) await night(ctx, id, days(day))
      expect(await toldOf(email)).toEqual(told)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'failed', endedAt: days(END), textSealed: null })
    }),
  )

  test('and whose text’s time is over by then: the purge that finds it tells of it, says that the text goes now, and erases it', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await held(ctx, campaign)
      expect(await night(ctx, id, days(END + 100), false)).toMatchObject({ waits: 1, waitsTold: 0, letterTexts: 1 })
      expect(await queued(ctx, 'tell-failed', id)).toEqual([])
      await tellFailed(ctx, id)
      expect(await toldOf(email)).toEqual(['end'])
      expect((await mailTo(email)).map(wordsOf).join()).toContain('ended on 9 May 2027')
      expect((await mailTo(email)).map(wordsOf).join()).toContain('are erased on 17 August 2027')
    }))

  test('and the mail service takes nothing either: the text stays until it does, and its writer with it', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email, supporterId } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      ctx.setNow(days(400))
      await noteRest(ctx, 3 * DAY)
      expect(await night(ctx, id, days(400), false)).toMatchObject({ waits: 1, letterTexts: 0, supporters: 0 })
      expect(await night(ctx, id, days(401), false)).toMatchObject({ letterTexts: 0, supporters: 0 })
      expect(await toldOf(email)).toEqual([])
      expect(await night(ctx, id, days(404), false)).toMatchObject({ letterTexts: 1, supporters: 1 })
      expect(await toldOf(email)).toEqual(['end'])
      expect(await ctx.db.$count(supporters, and(eq(supporters.id, supporterId), isNull(supporters.erasedAt)))).toBe(0)
    }))

  test('nor for longer than a week: no text is kept for good because nobody can be told', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await held(ctx, campaign)
      ctx.setNow(days(400))
      await noteRest(ctx, 300 * DAY)
      expect(await night(ctx, id, days(400), false)).toMatchObject({ letterTexts: 0 })
      await ctx.db.execute(sql`
        update graphile_worker._private_jobs set created_at = created_at - make_interval(days => ${OWED_WORD_DAYS})
        where key = ${`failed ${id}`}`)
      expect(await night(ctx, id, days(407), false)).toMatchObject({ letterTexts: 1 })
    }))

  test('nor while a worker is just telling of it', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await held(ctx, campaign)
      await night(ctx, id, days(END), false)
      await ctx.db.execute(sql`
        update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker' where key = ${`failed ${id}`}`)
      expect(await night(ctx, id, days(END + 40), false)).toMatchObject({ letterTexts: 0 })
      expect(await toldOf(email)).toEqual([])
    }))

  test('what was given up meanwhile is taken up again, while there is a text', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await held(ctx, campaign)
      const tries = async () =>
        (
          await ctx.db.execute(sql`
        select attempts from graphile_worker._private_jobs where key in (${`failed ${id}`}, ${`wait ends ${id}`})`)
        ).map(({ attempts }) => attempts)
      for (const day of [END - 14, END]) {
        await night(ctx, id, days(day), false)
        await ctx.db.execute(
          sql`update graphile_worker._private_jobs set attempts = max_attempts where key is not null`,
        )
      }
      expect(await tries()).toEqual([25, 25])
      await night(ctx, id, days(END + 1), false)
      expect(await tries()).toEqual([0, 0])
    }))

  test.each([
    { what: 'a month after signing', monthsAfterSigning: 1, end: 30, before: '10 December 2026' },
    {
      what: 'a month after its campaign’s close',
      closes: true,
      monthsAfterSigning: 12,
      end: 31,
      before: '11 December 2026',
    },
  ])(
    'it ends with its writer’s data where these go sooner, $what: they are told before and after',
    ({ monthsAfterSigning, end, before, closes }) =>
      onCampaign(async (ctx, campaign) => {
        const { id, email } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
        await setKeeping(ctx, { letterTextDays: 28, heldDays: 180, monthsAfterClose: 1, monthsAfterSigning })
        if (closes)
          await ctx.db
            .update(campaigns)
            .set({ closedAt: days(1) })
            .where(eq(campaigns.id, campaign.id))
        expect(await night(ctx, id, days(end - 14, -1))).toMatchObject({ waitsTold: 0 })
        expect(await night(ctx, id, days(end - 14))).toMatchObject({ waitsTold: 1 })
        expect(await night(ctx, id, days(end))).toMatchObject({ waits: 1, supporters: 1 })
        expect(await toldOf(email)).toEqual(['before', 'end'])
        for (const text of (await mailTo(email)).map(wordsOf)) {
          expect(text).toMatch(`${before}`)
          expect(text).toContain(`your postal address are erased on ${before}.`)
        }
        expect(await letterRow(ctx, id)).toMatchObject({ state: 'failed', textSealed: null })
      }),
  )

  test('it is not sent once its time is over, nor its writer told that it waits or will be sent', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await held(ctx, campaign)
      const going = await confirmedLetter(ctx, campaign)
      ctx.setNow(days(END))
      await changeMp(ctx, VACANT, { name: 'New Member', email: 'new@parliament.example' })
      expect(await releaseHeld(ctx)).toBe(0)
      await sendDue(ctx)
      await tellHeld(ctx, id)
      await tellWaitEnds(ctx, id)
      expect(await mailTo(email)).toEqual([])
      expect(await mailFrom(going.email)).toEqual([])
      expect(await letterRow(ctx, going.id)).toMatchObject({ state: 'queued' })
      await night(ctx, id, days(END))
      expect(await toldOf(email)).toEqual(['end'])
      // Nobody has it waiting anew, so that its end is told once.
      const staff = await memberContext(ctx, 'admin', 'admin@example.org')
      expect(await actOnLetter(staff, id, { action: 'send-again', reason: 'There is an MP' })).toBe(false)
    }))
})

test('a copy that could not be sent in time is sent before the text goes, once', () =>
  onCampaign(async (ctx, campaign) => {
    const { id, email } = await confirmedLetter(ctx, campaign)
    await sendDue(ctx)
    expect(await queued(ctx, 'send-copy', id)).toHaveLength(1)
    expect(await night(ctx, id, days(40))).toMatchObject({ letterTexts: 1 })
    await sendCopy(ctx, id)
    expect((await mailTo(email)).map(wordsOf)).toEqual([expect.stringContaining('My own grandmother fled.')])
  }))

test.each([false, true])('no link to confirm is sent that has run out already (a reminder: %s)', (reminder) =>
  onCampaign(async (ctx, campaign) => {
    const { id, email } = await writtenLetter(ctx, campaign)
    ctx.setNow(days(CONFIRM_LINK_DAYS))
    await sendConfirmation(ctx, id, reminder)
    expect(await mailTo(email)).toEqual([])
    ctx.setNow(days(CONFIRM_LINK_DAYS, -1))
    await sendConfirmation(ctx, id, reminder)
    expect(await mailTo(email)).toHaveLength(1)
  }),
)
