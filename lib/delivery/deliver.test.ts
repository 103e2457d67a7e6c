import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { env } from '@/lib/kernel/env'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { letterHistory } from '@/lib/letters/find'
import { moveLetter } from '@/lib/letters/move'
import {
  changeMp,
  confirmedLetter,
  letterRow,
  livingCampaign,
  mailFrom,
  onCampaign,
  queued,
  tokenIn,
  WESTMINSTER,
  writtenLetter,
} from '@/lib/letters/testing'
import { readMailbox } from '@/lib/mailer/local-mailbox'
import type { TestContext } from '@/lib/mailer/testing/context'
import { lastNote } from './ledger/testing'
import { deliverLetter } from './testing'

const mailbox = join(process.env.DATA_DIR ?? '', 'mailbox')
const after = (milliseconds: number) => new Date(NOON.getTime() + milliseconds)
/** Where the mailbox's folder should be stands a file: nothing can be sent. */
const breakMail = async () => {
  await rm(mailbox, { recursive: true, force: true })
  await writeFile(mailbox, '')
}
const mendMail = () => rm(mailbox, { recursive: true, force: true })
const states = async (ctx: TestContext, id: string) => (await letterHistory(ctx, id)).map(({ state }) => state)

afterEach(mendMail)

describe('a letter that is delivered', () => {
  test('reads as a letter from its writer to the MP, and answers go to the writer', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await confirmedLetter(ctx, campaign, { name: 'Órla O’Neill' })
      ctx.setNow(after(HOUR))
      expect(await deliverLetter(ctx, id)).toBeNull()
      const [message, ...more] = await mailFrom(email)
      expect(more).toEqual([])
      expect(message).toMatchObject({
        to: 'rachel.blake.mp@parliament.uk',
        from: '"Órla O’Neill" <letters@localhost>',
        replyTo: email,
        subject: 'The people of Artsakh',
      })
      expect(message?.text).toMatch(
        /^Dear Rachel Blake,\n\nMy own grandmother fled\.\n\nHelp\.\n\nYours sincerely,\n\n/,
      )
      expect(message?.text).toContain(`Órla O’Neill\n7 Quince Row\nLondon\nSW1A 0AA\n${email}\n`)
      expect(message?.text.match(/https?:\/\/\S+/g)).toEqual([expect.stringContaining('/verify/')])
      expect(new Set(message?.html.match(/https?:\/\/localhost[^"<\s]+/g))).toEqual(
        new Set(message?.text.match(/https?:\/\/\S+/g)),
      )
      expect(await readLink(ctx, 'verify', tokenIn(message, 'verify'))).toEqual({
        letterId: id,
        emailHash: null,
        expired: false,
      })
    }))

  test('is accepted, and its writer gets a copy now and a question in two weeks', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      ctx.setNow(after(HOUR))
      await deliverLetter(ctx, id)
      expect(await letterRow(ctx, id)).toMatchObject({
        state: 'accepted',
        acceptedAt: after(HOUR),
        mpId: expect.any(String),
      })
      expect(await states(ctx, id)).toEqual(['unconfirmed', 'queued', 'sending', 'accepted'])
      expect(await queued(ctx, 'send-copy', id)).toHaveLength(1)
      expect(await queued(ctx, 'ask-about-reply', id)).toMatchObject([
        { payload: { letterId: id, again: false }, runAt: after(HOUR + 14 * DAY) },
      ])
    }))

  test('greets whoever sits at the moment of sending', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await confirmedLetter(ctx, campaign)
      await changeMp(ctx, WESTMINSTER, { name: 'Sir Percy Newcome', email: 'percy@example.org' })
      await deliverLetter(ctx, id)
      const [message] = await mailFrom(email)
      expect(message?.to).toBe('percy@example.org')
      expect(message?.text).toMatch(/^Dear Sir Percy,\n/)
      expect(message?.text).not.toContain('Blake')
    }))

  test('carries no line end from a name or a subject into a header', () =>
    onCampaign(async (ctx, campaign) => {
      const evil = { name: 'Anna\r\nBcc: all@example.org', subject: 'Hello\r\nX-Evil: 1\u2028\u0000there' }
      const { id, email } = await confirmedLetter(ctx, campaign, evil)
      await deliverLetter(ctx, id)
      const [message] = await mailFrom(email)
      expect(message?.from).toBe('"Anna Bcc: all@example.org" <letters@localhost>')
      expect(message?.subject).not.toMatch(/[\r\n\0\u2028]/)
      expect(message?.headers).toEqual({})
    }))

  test('is held for staff, and not sent, when its recipient’s address in the directory is not one', () =>
    onCampaign(async (ctx, campaign) => {
      for (const email of ['a@example.org, b@example.org', 'a@example.org\r\nBcc: b@example.org', 'nobody']) {
        const { id } = await confirmedLetter(ctx, campaign)
        await changeMp(ctx, WESTMINSTER, { name: 'Percy Newcome', email })
        expect(await deliverLetter(ctx, id)).toBeNull()
        expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: 'staff' })
        expect(await lastNote(ctx, id)).toContain('not one plain address')
      }
      expect(await readMailbox(env())).toEqual([])
    }))

  test('by two workers at the same moment is one message, one copy and one question', async () => {
    const { ctx, campaign } = await livingCampaign()
    for (let round = 0; round < 5; round++) {
      const { id, email } = await confirmedLetter(ctx, campaign)
      await Promise.all([deliverLetter(ctx, id), deliverLetter(ctx, id), deliverLetter(ctx, id)])
      expect(await mailFrom(email)).toHaveLength(1)
      expect(await states(ctx, id)).toEqual(['unconfirmed', 'queued', 'sending', 'accepted'])
      expect(await queued(ctx, 'send-copy', id)).toHaveLength(1)
      expect(await queued(ctx, 'ask-about-reply', id)).toHaveLength(1)
    }
  })

  test('a second time, after a worker fell between sending and noting it, is the same message', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await confirmedLetter(ctx, campaign)
      await moveLetter(ctx, id, { from: ['queued'], to: 'sending' })
      await deliverLetter(ctx, id)
      await deliverLetter(ctx, id)
      expect(await mailFrom(email)).toHaveLength(1)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted' })
    }))
})

describe('a letter is not sent', () => {
  test('before it is confirmed, after it was withdrawn, or when it is gone', () =>
    onCampaign(async (ctx, campaign) => {
      const unconfirmed = await writtenLetter(ctx, campaign)
      const withdrawn = await confirmedLetter(ctx, campaign)
      await moveLetter(ctx, withdrawn.id, { from: ['queued'], to: 'withdrawn' })
      for (const id of [unconfirmed.id, withdrawn.id, crypto.randomUUID()])
        expect(await deliverLetter(ctx, id)).toBeNull()
      expect(await readMailbox(env())).toEqual([])
      expect(await letterRow(ctx, unconfirmed.id)).toMatchObject({ state: 'unconfirmed' })
    }))

  test.each([
    ['vacant', null],
    ['no-address-yet', { name: 'Percy Newcome', email: null }],
    ['no-email', { name: 'Percy Newcome', email: null, since: after(-8 * DAY) }],
  ] as const)('but held as %s, when that is how the seat is by then, and its writer is told', (reason, mp) =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      await changeMp(ctx, WESTMINSTER, mp)
      expect(await deliverLetter(ctx, id)).toBeNull()
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: reason })
      expect(await queued(ctx, 'tell-held', id)).toHaveLength(1)
      expect(await readMailbox(env())).toEqual([])
      expect(await deliverLetter(ctx, id)).toBeNull()
    }),
  )
})

describe('when the mail service takes nothing', () => {
  const refuse = async (ctx: TestContext, id: string) => {
    await breakMail()
    expect(await deliverLetter(ctx, id)).toEqual(expect.any(Date))
  }

  test('the letter stays to be sent, and goes when it is tried again', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await confirmedLetter(ctx, campaign)
      await refuse(ctx, id)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'sending', acceptedAt: null })
      ctx.setNow(after(6 * DAY))
      await mendMail()
      await deliverLetter(ctx, id)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted', acceptedAt: after(6 * DAY) })
      expect(await mailFrom(email)).toHaveLength(1)
    }))

  test('it is tried until seven days are over; then it has failed, and its writer is told', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      await refuse(ctx, id)
      ctx.setNow(after(7 * DAY - 1))
      await refuse(ctx, id)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'sending' })
      ctx.setNow(after(7 * DAY))
      expect(await deliverLetter(ctx, id)).toBeNull()
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'failed', endedAt: after(7 * DAY) })
      expect((await letterHistory(ctx, id)).at(-1)).toMatchObject({ state: 'failed', reason: 'gave-up' })
      expect(await queued(ctx, 'tell-failed', id)).toHaveLength(1)
    }))

  test('a letter that had to wait eight days for its first try is tried for seven more', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      ctx.setNow(after(8 * DAY))
      await refuse(ctx, id)
      ctx.setNow(after(15 * DAY - 1))
      await refuse(ctx, id)
      ctx.setNow(after(15 * DAY))
      expect(await deliverLetter(ctx, id)).toBeNull()
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'failed' })
    }))

  test('a letter whose seat fell vacant meanwhile is held, not failed', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      await refuse(ctx, id)
      ctx.setNow(after(8 * DAY))
      await changeMp(ctx, WESTMINSTER, null)
      expect(await deliverLetter(ctx, id)).toBeNull()
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: 'vacant' })
    }))
})
