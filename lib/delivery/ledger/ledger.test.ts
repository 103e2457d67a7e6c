import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { campaigns, deliveryAttempts } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { deliverLetter } from '@/lib/delivery/testing'
import { log } from '@/lib/kernel/log'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { letterHistory } from '@/lib/letters/find'
import {
  changeMp,
  confirmedLetter,
  letterRow,
  onCampaign as onAnyCampaign,
  queued,
  WESTMINSTER,
} from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { playResend, recorded } from '@/lib/mailer/testing/play-resend'
import { eraseByEmail } from '@/lib/privacy/erase'
import { beginBatch } from './begin-batch'
import { sendDue } from './send-due'
import { attemptsAt, lastNote, statesOf } from './testing'

vi.hoisted(() => {
  Object.assign(process.env, {
    RESEND_API_KEY: 're_123',
    MAIL_FROM: 'letters@example.org',
    OPERATOR_NAME: 'Example Campaigns',
    SEND_HOURS: '00:00-24:00',
    SEND_PER_MP_HOUR: '100000',
  })
})

const SECOND = 1000
const after = (milliseconds: number) => new Date(NOON.getTime() + milliseconds)
let service: Awaited<ReturnType<typeof playResend>>

beforeAll(() => {
  log.level = 'silent'
})
// Each test has a service of its own: one that ran out of time may still be asking the one before.
beforeEach(async () => {
  service = await playResend()
})
afterEach(() => service.close())

const onCampaign = (work: Parameters<typeof onAnyCampaign>[0]) =>
  onAnyCampaign(work, { env: { resendBaseUrl: service.url } })
const some = async (ctx: TestContext, campaign: LiveCampaign, count: number) => {
  const letters = []
  for (let index = 0; index < count; index++) letters.push(await confirmedLetter(ctx, campaign))
  return letters
}

describe('a letter by itself', () => {
  test('goes under its own id, and the ledger has the service’s', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      expect(await deliverLetter(ctx, id)).toBeNull()
      expect(service.asked).toMatchObject([{ path: '/emails', key: id }])
      expect(service.taken[0]?.tags).toContainEqual({ name: 'letter', value: id })
      expect(await attemptsAt(ctx, id)).toEqual([
        {
          round: 1,
          outcome: 'accepted',
          reason: null,
          providerId: service.taken[0]?.id,
          transport: 'resend',
          messageSealed: null,
          key: id,
          asks: 1,
        },
      ])
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted', dueAt: null })
    }))

  test('that was taken while the connection broke is asked for again under its key, and was sent once', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      service.mishaps.push('taken-drop', 'taken-garbled', recorded.broken, recorded.inProgress)
      await deliverLetter(ctx, id)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'sending', acceptedAt: null })
      expect(await attemptsAt(ctx, id)).toMatchObject([{ outcome: null, messageSealed: expect.any(String) }])
      for (let minute = 1; minute <= 4; minute++) {
        ctx.setNow(after(minute * 60 * SECOND))
        await sendDue(ctx)
      }
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted' })
      expect(service.taken).toHaveLength(1)
      expect(new Set(service.asked.map(({ key }) => key))).toEqual(new Set([id]))
      expect(new Set(service.asked.map(({ emails }) => JSON.stringify(emails))).size).toBe(1)
      expect(await attemptsAt(ctx, id)).toMatchObject([
        { outcome: 'accepted', asks: 5, messageSealed: null, providerId: service.taken[0]?.id },
      ])
      expect(await queued(ctx, 'send-copy', id)).toHaveLength(1)
    }))

  test('of which nobody knows after a day is held for staff, neither sent again nor called sent', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      service.mishaps.push('taken-drop')
      await deliverLetter(ctx, id)
      ctx.setNow(after(DAY - 5 * 60 * SECOND))
      await sendDue(ctx)
      expect(service.asked).toHaveLength(1)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: 'unsettled', acceptedAt: null })
      expect(await lastNote(ctx, id)).toContain('never said whether it took it')
      expect(await attemptsAt(ctx, id)).toMatchObject([{ outcome: 'unsettled', messageSealed: null }])
      expect(await queued(ctx, 'tell-held', id)).toHaveLength(1)
      ctx.setNow(after(10 * DAY))
      await sendDue(ctx)
      await deliverLetter(ctx, id)
      expect(service.asked).toHaveLength(1)
    }))

  test('is asked for again nearly to the end of that day', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      service.mishaps.push('taken-drop')
      await deliverLetter(ctx, id)
      ctx.setNow(after(23 * HOUR))
      await sendDue(ctx)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted', acceptedAt: after(23 * HOUR) })
      expect(service.taken).toHaveLength(1)
    }))

  test('whose key the service knows with other words is held for staff', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      service.mishaps.push(recorded.otherPayload)
      await deliverLetter(ctx, id)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: 'unsettled' })
    }))

  test('of which nobody knows, when there is another MP by then, is not sent to the one who was', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      service.mishaps.push('drop')
      await deliverLetter(ctx, id)
      await changeMp(ctx, WESTMINSTER, { name: 'Percy Newcome', email: 'percy@example.org' })
      ctx.setNow(after(60 * SECOND))
      await sendDue(ctx)
      expect(service.taken).toEqual([])
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: 'unsettled' })
    }))

  test('that is refused for good has failed, with the service’s words, and its writer is told', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      service.mishaps.push(recorded.badTo)
      expect(await deliverLetter(ctx, id)).toBeNull()
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'failed', endedAt: NOON })
      expect((await letterHistory(ctx, id)).at(-1)).toMatchObject({ reason: 'refused' })
      expect(await lastNote(ctx, id)).toContain('`to` field')
      expect(await queued(ctx, 'tell-failed', id)).toHaveLength(1)
    }))
})

describe('when the service asks to be left alone', () => {
  test('no worker calls it before that time, and then the letters go', () =>
    onCampaign(async (ctx, campaign) => {
      const [first, second] = await some(ctx, campaign, 2)
      service.mishaps.push(recorded.tooMany(90))
      await sendDue(ctx)
      expect(service.asked).toHaveLength(1)
      ctx.setNow(after(89 * SECOND))
      expect(await deliverLetter(ctx, second?.id ?? '')).toEqual(after(90 * SECOND))
      await sendDue(ctx)
      expect(service.asked).toHaveLength(1)
      ctx.setNow(after(90 * SECOND))
      await sendDue(ctx)
      expect(
        await statesOf(
          ctx,
          [first, second].flatMap((each) => each ?? []),
        ),
      ).toEqual(['accepted', 'accepted'])
      expect(service.taken).toHaveLength(2)
    }))

  test.each([
    ['our key is wrong', recorded.badKey],
    ['our domain is not verified', recorded.unverified],
  ])('because %s, no letter fails, however long that lasts', (_what, mishap) =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      for (let day = 0; day <= 8; day++) {
        ctx.setNow(after(day * DAY))
        service.mishaps.push(mishap)
        await sendDue(ctx)
      }
      expect(service.asked).toHaveLength(9)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'sending', tries: 0 })
      ctx.setNow(after(9 * DAY))
      await sendDue(ctx)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted' })
    }),
  )
})

describe('a batch', () => {
  test('that was taken while the connection broke is tried again whole, the same list under the same key', () =>
    onCampaign(async (ctx, campaign) => {
      const letters = await some(ctx, campaign, 3)
      service.mishaps.push('taken-drop')
      await sendDue(ctx)
      const later = await some(ctx, campaign, 2)
      ctx.setNow(after(60 * SECOND))
      await sendDue(ctx)
      expect(service.asked.map(({ emails }) => emails.length)).toEqual([3, 3, 2])
      expect(service.asked[1]).toEqual(service.asked[0])
      expect(service.taken).toHaveLength(5)
      expect(new Set(await statesOf(ctx, [...letters, ...later]))).toEqual(new Set(['accepted']))
    }))

  test.each([
    ['asks to be left alone', recorded.tooMany(90)],
    ['has no room left that day', recorded.dayIsFull],
    ['does not take our key', recorded.badKey],
    ['does not take our domain', recorded.unverified],
  ])('that was taken while the connection broke stays that batch where the service, asked again, %s', (_what, mishap) =>
    onCampaign(async (ctx, campaign) => {
      const letters = await some(ctx, campaign, 3)
      service.mishaps.push('taken-drop', mishap)
      await sendDue(ctx)
      ctx.setNow(after(60 * SECOND))
      await sendDue(ctx)
      expect(service.asked).toHaveLength(2)
      expect(new Set(await statesOf(ctx, letters))).toEqual(new Set(['sending']))
      ctx.setNow(after(70 * SECOND))
      await sendDue(ctx)
      expect(service.asked, 'not before its time').toHaveLength(2)
      ctx.setNow(after(2 * HOUR))
      await some(ctx, campaign, 2)
      await sendDue(ctx)
      expect(service.asked.map(({ emails }) => emails.length)).toEqual([3, 3, 3, 2])
      expect(new Set(service.asked.slice(0, 3).map(({ key }) => key)).size).toBe(1)
      expect(service.taken).toHaveLength(5)
      expect(new Set(await statesOf(ctx, letters))).toEqual(new Set(['accepted']))
    }),
  )

  test('that is refused as a whole goes letter by letter: only the faulty one fails', () =>
    onCampaign(async (ctx, campaign) => {
      const letters = await some(ctx, campaign, 3)
      service.mishaps.push(recorded.badTo, null, recorded.badTo)
      await sendDue(ctx)
      expect((await statesOf(ctx, letters)).sort()).toEqual(['accepted', 'accepted', 'failed'])
      expect(service.taken).toHaveLength(2)
      const ends = await Promise.all(letters.map(async ({ id }) => ({ id, attempts: await attemptsAt(ctx, id) })))
      for (const { id, attempts } of ends) expect(attempts).toMatchObject([{ outcome: 'split' }, { key: id }])
    }))

  test('of which nobody knows, when one of its writers had everything erased, is not tried again', () =>
    onCampaign(async (ctx, campaign) => {
      const letters = await some(ctx, campaign, 3)
      service.mishaps.push('drop')
      await sendDue(ctx)
      await eraseByEmail(ctx, letters[1]?.email ?? '')
      ctx.setNow(after(60 * SECOND))
      await sendDue(ctx)
      expect(service.taken).toEqual([])
      expect(await statesOf(ctx, letters)).toEqual(['held', 'withdrawn', 'held'])
      const left = await ctx.db.select({ sealed: deliveryAttempts.messageSealed }).from(deliveryAttempts)
      expect(left.filter(({ sealed }) => sealed)).toEqual([])
    }))
})

describe('a worker that falls', () => {
  test('between writing the call down and making it: the letters go, once', () =>
    onCampaign(async (ctx, campaign) => {
      const letters = await some(ctx, campaign, 3)
      expect((await beginBatch(ctx)).batchId).toEqual(expect.any(String))
      await sendDue(ctx)
      expect(service.taken).toHaveLength(3)
      expect(new Set(await statesOf(ctx, letters))).toEqual(new Set(['accepted']))
    }))

  test('there, and the MP changes before another comes by: the letter goes to the new one', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      await beginBatch(ctx)
      await changeMp(ctx, WESTMINSTER, { name: 'Percy Newcome', email: 'percy@example.org' })
      await sendDue(ctx)
      ctx.setNow(after(5 * 60 * SECOND))
      await sendDue(ctx)
      expect(service.taken.map(({ to }) => to)).toEqual(['percy@example.org'])
      expect(service.taken[0]?.text).toMatch(/^Dear Percy Newcome,/)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted' })
    }))

  test('leaves its letters to the others only when it cannot be at them any more', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      service.mishaps.push('drop')
      await deliverLetter(ctx, id)
      await sendDue(ctx)
      ctx.setNow(after(4 * SECOND))
      await deliverLetter(ctx, id)
      expect(service.asked).toHaveLength(1)
      ctx.setNow(after(5 * SECOND))
      await deliverLetter(ctx, id)
      expect(service.taken).toHaveLength(1)
    }))
})

test('while a campaign’s sending is stopped, its letters wait', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await confirmedLetter(ctx, campaign)
    await ctx.db.update(campaigns).set({ sendingPausedAt: NOON }).where(eq(campaigns.id, campaign.id))
    await sendDue(ctx)
    expect(await deliverLetter(ctx, id)).toBeNull()
    expect(service.asked).toEqual([])
    await ctx.db.update(campaigns).set({ sendingPausedAt: null }).where(eq(campaigns.id, campaign.id))
    await sendDue(ctx)
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted' })
  }))
