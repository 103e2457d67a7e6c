import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { letters, supporters, suppressions } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { receiveMailEvent } from '@/lib/delivery/events/receive'
import { makeLink, readLink } from '@/lib/kernel/secrets/tokens'
import { NOON } from '@/lib/kernel/testing/noon'
import { MINUTE } from '@/lib/kernel/time/durations'
import {
  confirmedLetter,
  letterRow,
  livingCampaign,
  mailTo,
  onCampaign,
  queued,
  tokenIn,
  writtenLetter,
} from '@/lib/letters/testing'
import { isRefused } from '@/lib/mailer/refused-mailboxes'
import type { TestContext } from '@/lib/mailer/testing/context'
import { sendConfirmation } from '@/lib/messages/to-writer/confirmation'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { canonicalEmail } from '@/lib/supporters/identity'
import { changeEmail } from './change-email'
import { confirmLetter } from './confirm'
import { confirmByCode } from './confirm-by-code'
import { CODE_TRIES_MOST, confirmCode } from './confirm-code'
import { notMe } from './not-me'
import { resendConfirmation } from './send-confirmation-again'

const after = (milliseconds: number) => new Date(NOON.getTime() + milliseconds)
let made = 0
/** Addresses that nobody else in this file has. */
const addresses = () => {
  made += 1
  return { wrong: `wrong${made}@gmial.com`, right: `right${made}@gmail.com` }
}

/** A letter whose first e-mail has gone to the wrong address, and the link in it. */
async function mistyped(ctx: TestContext, campaign: LiveCampaign, name = 'Anna Sarkissian') {
  const { wrong, right } = addresses()
  const letter = await writtenLetter(ctx, campaign, { name, email: wrong })
  await sendConfirmation(ctx, letter.id, false)
  return { ...letter, wrong, right, old: await sentTo(ctx, wrong) }
}

/** What the newest link to an address is bound to. */
async function sentTo(ctx: TestContext, email: string) {
  const link = await readLink(ctx, 'confirm', tokenIn((await mailTo(email)).at(-1), 'confirm'))
  return { ...link, sentTo: link?.emailHash ?? null }
}

describe('another address for a letter that is not confirmed', () => {
  test('gets a new link, which alone confirms', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, wrong, right, old, supporterId } = await mistyped(ctx, campaign)
      expect(await changeEmail(ctx, id, right)).toBe('asked')
      expect(await confirmLetter(ctx, id, old)).toEqual({ outcome: 'void', token: null })
      expect(await queued(ctx, 'send-confirmation', id)).toHaveLength(3)
      await sendConfirmation(ctx, id, false)
      expect(await mailTo(wrong)).toHaveLength(1)
      expect(await mailTo(right)).toHaveLength(1)
      expect(await confirmLetter(ctx, id, await sentTo(ctx, right))).toMatchObject({ outcome: 'confirmed' })
      expect(await confirmLetter(ctx, id, old)).toEqual({ outcome: 'void', token: null })
      const [row] = await ctx.db.select().from(supporters).where(eq(supporters.id, supporterId))
      expect(row?.emailHash).toBe(await lookupHash(ctx, canonicalEmail(right)))
    }))

  test('voids a link of before links were a mailbox’s, and keeps the page that the change was made on', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, token, right } = await mistyped(ctx, campaign)
      const unbound = await makeLink(ctx, 'confirm', { letterId: id }, 7)
      await changeEmail(ctx, id, right)
      expect(await readLink(ctx, 'confirm', unbound)).toBeNull()
      expect(await readLink(ctx, 'sent', token)).toMatchObject({ letterId: id })
    }))

  test('gets a new code as well, with tries of its own', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, right } = await mistyped(ctx, campaign)
      const before = confirmCode(id, (await letterRow(ctx, id)).codeRound)
      for (let tries = 0; tries < CODE_TRIES_MOST; tries++) await confirmByCode(ctx, id, '000000')
      await changeEmail(ctx, id, right)
      expect(await confirmByCode(ctx, id, before)).toEqual({ outcome: 'wrong' })
      const after = confirmCode(id, (await letterRow(ctx, id)).codeRound)
      expect(await confirmByCode(ctx, id, after)).toMatchObject({ outcome: 'confirmed' })
    }))

  test('has its own five e-mails again, after the five for the wrong one were used', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, right } = await mistyped(ctx, campaign)
      for (let minute = 1; minute <= 6; minute++) {
        ctx.setNow(after(minute * MINUTE))
        await resendConfirmation(ctx, id)
      }
      expect(await letterRow(ctx, id)).toMatchObject({ resent: 5 })
      expect(await changeEmail(ctx, id, right)).toBe('asked')
      expect(await resendConfirmation(ctx, id)).toBe('soon')
      ctx.setNow(after(8 * MINUTE))
      expect(await resendConfirmation(ctx, id)).toBe('asked')
    }))

  test('can be given three times, and is then left as it is', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, supporterId } = await mistyped(ctx, campaign)
      const outcomes = []
      for (let time = 1; time <= 5; time++) outcomes.push(await changeEmail(ctx, id, `third${time}@example.org`))
      expect(outcomes).toEqual(['asked', 'asked', 'asked', 'spent', 'spent'])
      const [row] = await ctx.db.select().from(supporters).where(eq(supporters.id, supporterId))
      expect(row?.emailHash).toBe(await lookupHash(ctx, 'third3@example.org'))
    }))

  test('goes with the first e-mail where that has still to go', () =>
    onCampaign(async (ctx, campaign) => {
      const { right } = addresses()
      const { id } = await writtenLetter(ctx, campaign)
      await ctx.db
        .update(letters)
        .set({ mailedAt: after(30 * MINUTE) })
        .where(eq(letters.id, id))
      const before = (await queued(ctx, 'send-confirmation', id)).length
      expect(await changeEmail(ctx, id, right)).toBe('asked')
      expect(await queued(ctx, 'send-confirmation', id)).toHaveLength(before)
      expect(await letterRow(ctx, id)).toMatchObject({ mailedAt: after(30 * MINUTE) })
    }))
})

describe('whatever stands behind the letter or the address, the answer is the same', () => {
  test('of a letter that is confirmed, which keeps its address and its link', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, right, old, supporterId } = await mistyped(ctx, campaign)
      await confirmLetter(ctx, id, old)
      const outcomes = []
      for (let time = 1; time <= 4; time++) outcomes.push(await changeEmail(ctx, id, right))
      expect(outcomes).toEqual(['asked', 'asked', 'asked', 'spent'])
      const [row] = await ctx.db.select().from(supporters).where(eq(supporters.id, supporterId))
      expect(row?.emailHash).toBe(old.sentTo)
      expect(await confirmLetter(ctx, id, old)).toMatchObject({ outcome: 'already' })
      expect(await queued(ctx, 'send-confirmation', id)).toHaveLength(2)
    }))

  test('of an address that has signed: its owner is told by e-mail, and one person keeps one letter', () =>
    onCampaign(async (ctx, campaign) => {
      const name = 'Anna Known'
      const { id, right } = await mistyped(ctx, campaign, name)
      await confirmedLetter(ctx, campaign, { name, email: right })
      expect(await changeEmail(ctx, id, right)).toBe('asked')
      await sendConfirmation(ctx, id, false)
      expect((await mailTo(right)).at(-1)?.subject).toContain('already written')
      expect(await confirmLetter(ctx, id)).toEqual({ outcome: 'taken', token: null })
    }))

  test('of a household that is full', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, right } = await mistyped(ctx, campaign)
      for (const name of ['Ben Other', 'Cem Third']) await confirmedLetter(ctx, campaign, { name, email: right })
      expect(await changeEmail(ctx, id, right)).toBe('asked')
      expect(await confirmLetter(ctx, id)).toEqual({ outcome: 'full', token: null })
    }))

  test('of a letter that is gone nothing can be said', () =>
    onCampaign(async (ctx) => {
      expect(await changeEmail(ctx, crypto.randomUUID(), 'a@example.org')).toBe('gone')
    }))
})

describe('what was mailed to the address before', () => {
  test('a link that was made while the address changed confirms nothing', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, right, old } = await mistyped(ctx, campaign)
      await changeEmail(ctx, id, right)
      const late = await makeLink(ctx, 'confirm', { letterId: id, emailHash: old.sentTo ?? '' }, 7)
      const link = await readLink(ctx, 'confirm', late)
      expect(await confirmLetter(ctx, id, { sentTo: link?.emailHash ?? null })).toMatchObject({ outcome: 'void' })
    }))

  test('may come back without stopping the new one', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, right } = await mistyped(ctx, campaign)
      await changeEmail(ctx, id, right)
      const event = {
        type: 'email.bounced',
        providerId: 'unknown',
        occurredAt: NOON,
        bounce: 'hard' as const,
        permanent: true,
        report: null,
        said: '550 5.1.1 no such user',
      }
      const about = (address: string) => ({ ...event, tags: { kind: 'confirmation', letter: id, address } })
      await receiveMailEvent(ctx, `late ${id}`, about('0'))
      expect(await ctx.db.$count(suppressions)).toBe(0)
      await receiveMailEvent(ctx, `present ${id}`, about('1'))
      expect(await ctx.db.$count(suppressions)).toBe(1)
    }))

  test('lets its owner say "never again" for their own mailbox, and touches no letter', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, wrong, right } = await mistyped(ctx, campaign)
      const link = await readLink(ctx, 'not-me', tokenIn((await mailTo(wrong)).at(-1), 'not-me'))
      await changeEmail(ctx, id, right)
      expect(await notMe(ctx, id, link?.emailHash ?? null)).toEqual({ outcome: 'moved' })
      expect(await isRefused(ctx, wrong)).toBe(true)
      expect(await isRefused(ctx, right)).toBe(false)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'unconfirmed' })
    }))
})

test('a change and a press of the old link at the same moment: one of them comes first', async () => {
  const { ctx, campaign } = await livingCampaign()
  for (let round = 0; round < 6; round++) {
    const { id, right, old, supporterId } = await mistyped(ctx, campaign, `Racer ${'ABCDEF'[round]}`)
    const [confirmed] = await Promise.all([confirmLetter(ctx, id, old), changeEmail(ctx, id, right)])
    const [row] = await ctx.db.select().from(supporters).where(eq(supporters.id, supporterId))
    const isRight = row?.emailHash === (await lookupHash(ctx, canonicalEmail(right)))
    expect(confirmed.outcome).toBe(isRight ? 'void' : 'confirmed')
    expect(row?.confirmedAt !== null).toBe(!isRight)
  }
})

test('a change and the old code at the same moment: one of them comes first', async () => {
  const { ctx, campaign } = await livingCampaign()
  for (let round = 0; round < 6; round++) {
    const { id, right, supporterId } = await mistyped(ctx, campaign, `Coder ${'ABCDEF'[round]}`)
    const [confirmed] = await Promise.all([confirmByCode(ctx, id, confirmCode(id, 0)), changeEmail(ctx, id, right)])
    const [row] = await ctx.db.select().from(supporters).where(eq(supporters.id, supporterId))
    const isRight = row?.emailHash === (await lookupHash(ctx, canonicalEmail(right)))
    expect(confirmed.outcome).toBe(isRight ? 'wrong' : 'confirmed')
  }
})

test('changed ten times at once: three go through', async () => {
  const { ctx, campaign } = await livingCampaign()
  const { id } = await writtenLetter(ctx, campaign)
  const all = await Promise.all(Array.from({ length: 10 }, (_, at) => changeEmail(ctx, id, `many${at}@example.org`)))
  expect(all.filter((outcome) => outcome === 'asked')).toHaveLength(3)
  expect(await letterRow(ctx, id)).toMatchObject({ emailChanges: 3 })
})
