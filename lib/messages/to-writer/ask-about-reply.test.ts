import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { letters, replies } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { deliverLetter } from '@/lib/delivery/testing'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { figureSums } from '@/lib/figures/testing'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { moveLetter } from '@/lib/letters/move'
import { recordReply } from '@/lib/letters/record-reply'
import { answersToChoose } from '@/lib/letters/reply-answers'
import { confirmedLetter, mailTo, onCampaign, queued, tokenIn } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { setSwitch } from '@/lib/staff/set-switch'
import { unsubscribe } from '@/lib/supporters/unsubscribe'
import { askAboutReply } from './ask-about-reply'

const day = (days: number) => new Date(NOON.getTime() + days * DAY)

async function sentLetter(ctx: TestContext, campaign: LiveCampaign) {
  const letter = await confirmedLetter(ctx, campaign)
  await deliverLetter(ctx, letter.id)
  return letter
}

describe('the question whether the MP has replied', () => {
  test('is asked on day 14, once more on day 21, and not again', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await sentLetter(ctx, campaign)
      const [first] = await queued(ctx, 'ask-about-reply', id)
      expect(first).toMatchObject({ runAt: day(14), payload: { again: false } })
      ctx.setNow(day(14))
      await askAboutReply(ctx, id, false)
      const next = await queued(ctx, 'ask-about-reply', id)
      expect(next.at(-1)).toMatchObject({ runAt: day(21), payload: { again: true } })
      ctx.setNow(day(21))
      await askAboutReply(ctx, id, true)
      expect(await queued(ctx, 'ask-about-reply', id)).toHaveLength(next.length)
      expect((await mailTo(email)).map(({ subject }) => subject)).toEqual([
        'Has Rachel Blake MP replied to you?',
        'Once more: has Rachel Blake MP replied?',
      ])
      const [asked] = await ctx.db.select({ at: letters.replyAskedAt }).from(letters).where(eq(letters.id, id))
      expect(asked?.at).toEqual(day(14))
      await rollUp(ctx)
      expect(await figureSums(ctx)).toMatchObject({ accepted: 1, asked: 1 })
    }))

  test('waits while staff have switched follow-ups off, and is asked once they are on again', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await sentLetter(ctx, campaign)
      await setSwitch(ctx, { name: 'follow-ups', on: false })
      ctx.setNow(day(14))
      await askAboutReply(ctx, id, false)
      expect(await mailTo(email)).toEqual([])
      const waiting = await queued(ctx, 'ask-about-reply', id)
      expect(waiting).toMatchObject([{ runAt: new Date(day(14).getTime() + HOUR), payload: { again: false } }])
      await setSwitch(ctx, { name: 'follow-ups', on: true })
      await askAboutReply(ctx, id, false)
      expect(await mailTo(email)).toHaveLength(1)
    }))

  test('has a link for each answer, in both parts alike, as the page has a button for each', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await sentLetter(ctx, campaign)
      await askAboutReply(ctx, id, false)
      const [message] = await mailTo(email)
      const token = tokenIn(message, 'replied')
      for (const { value, label } of answersToChoose) {
        const url = `http://localhost:3000/replied/${token}?answer=${value}`
        expect(message?.text).toContain(`${label}:\n${url}\n`)
        expect(message?.html).toMatch(new RegExp(`<a[^>]*href="${url.replace('?', '\\?')}"[^>]*>[^]{0,400}?${label}`))
      }
      for (const part of [message?.text, message?.html]) expect(part).not.toMatch(/four buttons/)
    }))

  test('has a link that answers, and the same way out in the header that mail programs show', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await sentLetter(ctx, campaign)
      await askAboutReply(ctx, id, false)
      const [message] = await mailTo(email)
      const token = tokenIn(message, 'replied')
      expect(await readLink(ctx, 'replied', token)).toEqual({ letterId: id, emailHash: null, expired: false })
      const leave = tokenIn(message, 'unsubscribe')
      expect(await readLink(ctx, 'unsubscribe', leave)).toMatchObject({ letterId: id, expired: false })
      expect(message?.headers).toEqual({
        'Auto-Submitted': 'auto-generated',
        'List-Unsubscribe': `<http://localhost:3000/unsubscribe/${leave}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      })
    }))

  test('is not asked again once it was answered', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await sentLetter(ctx, campaign)
      await askAboutReply(ctx, id, false)
      await recordReply(ctx, id, 'acknowledgement')
      await askAboutReply(ctx, id, true)
      expect(await mailTo(email)).toHaveLength(1)
    }))

  test('is not asked of who has left', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, supporterId, email } = await sentLetter(ctx, campaign)
      await unsubscribe(ctx, supporterId)
      await askAboutReply(ctx, id, false)
      await askAboutReply(ctx, id, true)
      expect(await mailTo(email)).toEqual([])
    }))

  test('is not asked about a letter that never went, came back, or is erased', () =>
    onCampaign(async (ctx, campaign) => {
      const bounced = await sentLetter(ctx, campaign)
      await moveLetter(ctx, bounced.id, { from: ['accepted'], to: 'bounced' })
      const waiting = await confirmedLetter(ctx, campaign)
      for (const id of [waiting.id, bounced.id, crypto.randomUUID()]) await askAboutReply(ctx, id, false)
      const messages = [...(await mailTo(waiting.email)), ...(await mailTo(bounced.email))]
      expect(messages.map(({ subject }) => subject)).toEqual([])
    }))
})

test('the last answer counts', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await sentLetter(ctx, campaign)
    await recordReply(ctx, id, 'acknowledgement')
    ctx.setNow(day(20))
    await recordReply(ctx, id, 'real-answer')
    expect(await ctx.db.select().from(replies).where(eq(replies.letterId, id))).toEqual([
      { letterId: id, answer: 'real-answer', answeredAt: day(20) },
    ])
  }))
