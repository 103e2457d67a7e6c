import { describe, expect, test } from 'vitest'
import { deliverLetter } from '@/lib/delivery/testing'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY } from '@/lib/kernel/time/durations'
import { moveLetter } from '@/lib/letters/move'
import {
  changeMp,
  confirmedLetter,
  mailTo,
  NO_EMAIL,
  onCampaign,
  tokenIn,
  VACANT,
  WESTMINSTER,
} from '@/lib/letters/testing'
import { sendCopy, tellHeld } from './copy-and-held'
import { tellFailed } from './failed'

describe('the copy', () => {
  test('gives the writer their letter as the MP got it, and the way to its page', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await confirmedLetter(ctx, campaign)
      await deliverLetter(ctx, id)
      await changeMp(ctx, WESTMINSTER, { name: 'Percy Newcome', email: 'percy@example.org' })
      await sendCopy(ctx, id)
      await sendCopy(ctx, id)
      const messages = await mailTo(email)
      expect(messages).toHaveLength(1)
      const [copy] = messages
      expect(copy?.subject).toBe('Your letter to Rachel Blake MP is on its way')
      expect(copy?.replyTo).toBeNull()
      expect(copy?.text).toContain('Dear Rachel Blake,\n\nMy own grandmother fled.\n\nHelp.\n\nYours sincerely,')
      expect(copy?.text).toContain('rachel.blake.mp@parliament.uk')
      expect(copy?.text).not.toContain('Newcome')
      expect(copy?.text).not.toContain('/verify/')
      expect(await readLink(ctx, 'letter', tokenIn(copy, 'letters'))).toMatchObject({ letterId: id, expired: false })
    }))

  test('does not go before the letter went', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await confirmedLetter(ctx, campaign)
      await sendCopy(ctx, id)
      await sendCopy(ctx, crypto.randomUUID())
      expect(await mailTo(email)).toEqual([])
    }))
})

describe('a letter that is held', () => {
  test('for a vacant seat: its writer is told that it waits', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      await tellHeld(ctx, id)
      const [message] = await mailTo(email)
      expect(message?.subject).toBe('Your letter is kept until there is an MP')
      expect(message?.text.replace(/\s+/g, ' ')).toContain('Holborn and St Pancras has no MP at present')
      expect(await readLink(ctx, 'letter', tokenIn(message, 'letters'))).toMatchObject({ letterId: id })
    }))

  test('for an MP without an e-mail: its writer gets the letter and the way to print it', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await confirmedLetter(ctx, campaign, { constituencyCode: NO_EMAIL })
      await tellHeld(ctx, id)
      const [message] = await mailTo(email)
      expect(message?.subject).toBe('Please post your letter to Sir Julian Lewis MP')
      expect(message?.text).toContain('House of Commons\n    London\n    SW1A 0AA')
      expect(message?.text).toContain('Dear Sir Julian,\n\nMy own grandmother fled.')
      const token = tokenIn(message, 'campaigns/artsakh-ceasefire/print')
      expect(await readLink(ctx, 'print', token)).toMatchObject({ letterId: id })
    }))

  test.each([
    ['dissolved', /Parliament is dissolved/],
    ['staff', /until a person of our team has looked at it/],
    ['abuse', /until a person of our team has looked at it/],
  ] as const)('for another reason, %s: its writer is told that one', (heldReason, reason) =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await confirmedLetter(ctx, campaign)
      await moveLetter(ctx, id, { from: ['queued'], to: 'held', heldReason })
      await tellHeld(ctx, id)
      expect((await mailTo(email))[0]?.text.replace(/\s+/g, ' ')).toMatch(reason)
    }),
  )

  test('and is not any more: nothing is said', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      await moveLetter(ctx, id, { from: ['held'], to: 'queued' })
      await tellHeld(ctx, id)
      expect(await mailTo(email)).toEqual([])
    }))
})

describe('a letter that has failed', () => {
  test('comes back to its writer with the reason, the text and the way to print it', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await confirmedLetter(ctx, campaign)
      ctx.setNow(new Date(NOON.getTime() + 7 * DAY))
      await moveLetter(ctx, id, { from: ['queued'], to: 'failed', reason: 'gave-up' })
      await tellFailed(ctx, id)
      const [message] = await mailTo(email)
      expect(message?.subject).toBe('Your letter to Rachel Blake MP did not arrive')
      expect(message?.text.replace(/\s+/g, ' ')).toContain(
        'did not take the letter, although we tried again for a week',
      )
      expect(message?.text).toContain('Dear Rachel Blake,\n\nMy own grandmother fled.\n\nHelp.')
      const token = tokenIn(message, 'campaigns/artsakh-ceasefire/print')
      expect(await readLink(ctx, 'print', token)).toMatchObject({ letterId: id })
    }))

  test('and only then', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await confirmedLetter(ctx, campaign)
      await tellFailed(ctx, id)
      expect(await mailTo(email)).toEqual([])
    }))
})
