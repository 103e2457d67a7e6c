import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { supporters } from '@/db/schema/index'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR, MINUTE } from '@/lib/kernel/time/durations'
import { confirmLetter } from '@/lib/letters/confirming/confirm'
import { resendConfirmation } from '@/lib/letters/confirming/send-confirmation-again'
import { sendConfirmationJob } from '@/lib/letters/jobs'
import {
  confirmedLetter,
  letterRow,
  mailTo,
  NO_EMAIL,
  onCampaign,
  queued,
  tokenIn,
  VACANT,
  WESTMINSTER,
  writtenLetter,
} from '@/lib/letters/testing'
import { sendConfirmation } from './confirmation'

const after = (milliseconds: number) => new Date(NOON.getTime() + milliseconds)

describe('the confirmation e-mail', () => {
  test('goes to the writer from the installation, and its link confirms within seven days of writing', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await writtenLetter(ctx, campaign)
      ctx.setNow(after(HOUR))
      await sendConfirmation(ctx, id, false)
      const [message, ...more] = await mailTo(email)
      expect(more).toEqual([])
      expect(message).toMatchObject({
        from: '"Dear MP" <letters@localhost>',
        replyTo: null,
        subject: 'Confirm your letter to Rachel Blake MP',
      })
      expect(message?.text).toContain('Link works until: 12:00 on 17 November 2026')
      expect(message?.html).toContain(tokenIn(message, 'confirm'))
      const read = () => readLink(ctx, 'confirm', tokenIn(message, 'confirm'))
      ctx.setNow(after(7 * DAY - 1))
      expect(await read()).toEqual({ letterId: id, emailHash: expect.any(String), expired: false })
      ctx.setNow(after(7 * DAY))
      expect(await read()).toMatchObject({ expired: true })
    }))

  test('names no MP where there is none', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await writtenLetter(ctx, campaign, { constituencyCode: VACANT })
      await sendConfirmation(ctx, id, false)
      expect((await mailTo(email))[0]?.subject).toBe('Confirm your letter to your MP')
    }))

  test('says what comes of the letter once it is confirmed: sent, kept, or made ready to post', () =>
    onCampaign(async (ctx, campaign) => {
      const said = async (constituencyCode: string, reminder: boolean) => {
        const { id, email } = await writtenLetter(ctx, campaign, { constituencyCode })
        await sendConfirmation(ctx, id, reminder)
        return (await mailTo(email))[0]?.text.replace(/\s+/g, ' ')
      }
      for (const reminder of [false, true]) {
        expect(await said(WESTMINSTER, reminder)).toMatch(/Nothing is sent until you confirm|has not been sent\. This/)
        expect(await said(VACANT, reminder)).toContain('it is kept, and goes to whoever comes')
        expect(await said(NO_EMAIL, reminder)).toContain('it is made ready for you to print and post')
        expect(await said(NO_EMAIL, reminder)).not.toMatch(/not been sent|Nothing is sent/)
      }
    }))

  test('does not carry what a stranger wrote to whoever owns the address', () =>
    onCampaign(async (ctx, campaign) => {
      const spam = { name: 'Visit evil.example now', subject: 'Cheap pills', body: 'Buy at evil.example, now.' }
      const { id, email } = await writtenLetter(ctx, campaign, spam)
      await sendConfirmation(ctx, id, false)
      const [message] = await mailTo(email)
      expect(`${message?.subject} ${message?.text} ${message?.html}`).not.toMatch(/evil\.example|pills/i)
    }))

  test('sent twice by a job that was tried again is one message', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await writtenLetter(ctx, campaign)
      await sendConfirmation(ctx, id, false)
      await sendConfirmation(ctx, id, false)
      expect(await mailTo(email)).toHaveLength(1)
      expect(await queued(ctx, 'send-confirmation', id)).toHaveLength(2)
    }))

  test('sent again on request is another message, and both links work', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await writtenLetter(ctx, campaign)
      await sendConfirmation(ctx, id, false)
      ctx.setNow(after(HOUR))
      await resendConfirmation(ctx, id)
      await sendConfirmation(ctx, id, false)
      const messages = await mailTo(email)
      expect(messages).toHaveLength(2)
      for (const message of messages) {
        expect(await readLink(ctx, 'confirm', tokenIn(message, 'confirm'))).toMatchObject({
          letterId: id,
          expired: false,
        })
      }
    }))

  test('does not go when the letter is confirmed already, or gone', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await confirmedLetter(ctx, campaign)
      await sendConfirmation(ctx, id, false)
      await sendConfirmation(ctx, crypto.randomUUID(), false)
      expect(await mailTo(email)).toEqual([])
    }))
})

describe('the reminder', () => {
  test('is queued for a day after the letter was written, and goes when the letter is still unconfirmed', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await writtenLetter(ctx, campaign)
      await sendConfirmation(ctx, id, false)
      const [, reminder] = await queued(ctx, 'send-confirmation', id)
      expect(reminder).toMatchObject({ payload: { letterId: id, reminder: true }, runAt: after(DAY) })
      ctx.setNow(after(DAY))
      await sendConfirmation(ctx, id, true)
      const [, message] = await mailTo(email)
      expect(message?.subject).toBe('Your letter to Rachel Blake MP still waits for you')
      expect(message?.text).toContain('Link works until: 12:00 on 17 November 2026')
      expect(await letterRow(ctx, id)).toMatchObject({ remindedAt: after(DAY) })
      ctx.setNow(after(7 * DAY))
      expect(await readLink(ctx, 'confirm', tokenIn(message, 'confirm'))).toMatchObject({ expired: true })
    }))

  test('does not go once the letter is confirmed', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await confirmedLetter(ctx, campaign)
      ctx.setNow(after(DAY))
      await sendConfirmation(ctx, id, true)
      expect(await mailTo(email)).toEqual([])
    }))

  test('does not go when the person has signed with another sign-up since', () =>
    onCampaign(async (ctx, campaign) => {
      const person = { name: 'Anna Smith', email: 'anna.reminded@example.org' }
      const { id } = await writtenLetter(ctx, campaign, person)
      await confirmedLetter(ctx, campaign, person)
      await sendConfirmation(ctx, id, true)
      expect(await mailTo(person.email)).toEqual([])
    }))

  test('does not go when the name was corrected in another sign-up since', () =>
    onCampaign(async (ctx, campaign) => {
      const email = 'ann.corrected@example.org'
      const { id } = await writtenLetter(ctx, campaign, { name: 'Ann Exmaple', email })
      await confirmedLetter(ctx, campaign, { name: 'Ann Example', email })
      await sendConfirmation(ctx, id, true)
      expect(await mailTo(email)).toEqual([])
    }))

  test('does not go when a letter to the same MP was written since with the address and is confirmed', () =>
    onCampaign(async (ctx, campaign) => {
      const email = 'ann.renamed@example.org'
      const { id } = await writtenLetter(ctx, campaign, { name: 'Ann Maiden', email })
      ctx.setNow(after(HOUR))
      await confirmedLetter(ctx, campaign, { name: 'Zoe Married', email })
      const later = await writtenLetter(ctx, campaign, { name: 'Ben Maiden', email })
      await sendConfirmation(ctx, id, true)
      expect(await mailTo(email)).toEqual([])
      await sendConfirmation(ctx, later.id, false)
      expect((await mailTo(email)).map(({ subject }) => subject)).toEqual(['Confirm your letter to Rachel Blake MP'])
    }))

  test('is one, even when the first e-mail was asked for again before it went', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await writtenLetter(ctx, campaign)
      ctx.setNow(after(2 * MINUTE))
      await resendConfirmation(ctx, id)
      await sendConfirmation(ctx, id, false)
      await sendConfirmation(ctx, id, false)
      const reminders = (await queued(ctx, sendConfirmationJob, id)).filter(({ payload }) => payload.reminder)
      expect(reminders).toHaveLength(1)
    }))
})

describe('who has signed already', () => {
  const person = { name: 'Anna Smith', email: 'anna.twice@example.org' }

  test('gets the truth by e-mail, with a link to the letter that stands', () =>
    onCampaign(async (ctx, campaign) => {
      const first = await confirmedLetter(ctx, campaign, person)
      ctx.setNow(after(2 * DAY))
      const again = await writtenLetter(ctx, campaign, { ...person, subject: 'Something new' })
      await sendConfirmation(ctx, again.id, false)
      const [message] = await mailTo(person.email)
      expect(message?.subject).toBe('You have already written to Rachel Blake MP')
      expect(message?.text).toContain('Your letter of 10 November 2026 stands.')
      expect(message?.text).not.toContain('/confirm/')
      expect(await readLink(ctx, 'letter', tokenIn(message, 'letters'))).toMatchObject({ letterId: first.id })
      expect((await queued(ctx, sendConfirmationJob, again.id)).filter(({ payload }) => payload.reminder)).toEqual([])
    }))

  test('with a name and with two others of a household, is told which of both it is', () =>
    onCampaign(async (ctx, campaign) => {
      const email = 'whole.house@example.org'
      for (const name of ['Ann', 'Ben']) await confirmedLetter(ctx, campaign, { name, email })
      const third = await writtenLetter(ctx, campaign, { name: 'Cem', email })
      await sendConfirmation(ctx, third.id, false)
      const [message] = await mailTo(email)
      expect(message?.subject).toBe('The new letter to Rachel Blake MP was not taken')
      expect(message?.text).not.toMatch(/\/confirm\/|\/letters\//)
    }))

  test('may confirm again after everything was erased', () =>
    onCampaign(async (ctx, campaign) => {
      const erased = await confirmedLetter(ctx, campaign, { ...person, email: 'anna.erased@example.org' })
      await ctx.db
        .update(supporters)
        .set({ erasedAt: NOON, emailHash: null, identityHash: null })
        .where(eq(supporters.id, erased.supporterId))
      const again = await writtenLetter(ctx, campaign, { ...person, email: 'anna.erased@example.org' })
      await sendConfirmation(ctx, again.id, false)
      expect((await mailTo('anna.erased@example.org'))[0]?.text).toContain('/confirm/')
      expect(await confirmLetter(ctx, again.id)).toMatchObject({ outcome: 'confirmed' })
    }))
})
