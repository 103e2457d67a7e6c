import { describe, expect, test, vi } from 'vitest'
import { NOON } from '@/lib/kernel/testing/noon'
import { HOUR, MINUTE } from '@/lib/kernel/time/durations'
import { confirmedLetter, letterRow, livingCampaign, mailFrom, onCampaign } from '@/lib/letters/testing'
import { sendDue } from './ledger/send-due'
import { deliverLetter } from './testing'

vi.hoisted(() => {
  process.env.SEND_HOURS = '07:00-20:00'
  process.env.SEND_PER_MP_HOUR = '3'
})

const after = (milliseconds: number) => new Date(NOON.getTime() + milliseconds)
const OTHER_SEAT = 'E14001322'

describe('by night', () => {
  test('a letter waits for the morning, untouched', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await confirmedLetter(ctx, campaign)
      ctx.setNow(new Date('2026-11-10T22:15:00Z'))
      expect(await deliverLetter(ctx, id)).toEqual(new Date('2026-11-11T07:00:00Z'))
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'queued' })
      expect(await mailFrom(email)).toEqual([])
      ctx.setNow(new Date('2026-11-11T07:00:00Z'))
      expect(await deliverLetter(ctx, id)).toBeNull()
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted' })
    }))

  test('the morning is London’s, also on the day that the clocks change', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      ctx.setNow(new Date('2027-03-27T21:00:00Z'))
      expect(await deliverLetter(ctx, id)).toEqual(new Date('2027-03-28T06:00:00Z'))
      ctx.setNow(new Date('2027-10-30T21:00:00Z'))
      expect(await deliverLetter(ctx, id)).toEqual(new Date('2027-10-31T07:00:00Z'))
    }))
})

describe('to one MP', () => {
  test('no more letters go in an hour than are allowed; the next is told when the first of them is an hour old', () =>
    onCampaign(async (ctx, campaign) => {
      for (let at = 0; at < 3; at++) {
        ctx.setNow(after(at * 10 * MINUTE))
        expect(await deliverLetter(ctx, (await confirmedLetter(ctx, campaign)).id)).toBeNull()
      }
      const { id: fourth } = await confirmedLetter(ctx, campaign)
      expect(await deliverLetter(ctx, fourth)).toEqual(after(HOUR))
      ctx.setNow(after(HOUR - 1))
      expect(await deliverLetter(ctx, fourth)).toEqual(after(HOUR))
      ctx.setNow(after(HOUR))
      expect(await deliverLetter(ctx, fourth)).toBeNull()
      expect(await letterRow(ctx, fourth)).toMatchObject({ state: 'accepted' })
    }))

  test('letters to another MP are not held up by it', () =>
    onCampaign(async (ctx, campaign) => {
      for (let count = 0; count < 3; count++) await deliverLetter(ctx, (await confirmedLetter(ctx, campaign)).id)
      const fourth = await confirmedLetter(ctx, campaign)
      const elsewhere = await confirmedLetter(ctx, campaign, { constituencyCode: OTHER_SEAT })
      expect(await deliverLetter(ctx, fourth.id)).toEqual(after(HOUR))
      expect(await deliverLetter(ctx, elsewhere.id)).toBeNull()
    }))

  test('many workers at once do not send more either', async () => {
    const { ctx, campaign } = await livingCampaign()
    const letters = []
    for (let count = 0; count < 8; count++)
      letters.push(await confirmedLetter(ctx, campaign, { constituencyCode: OTHER_SEAT }))
    await Promise.all(letters.map(() => sendDue(ctx)))
    const rows = await Promise.all(letters.map(({ id }) => letterRow(ctx, id)))
    expect(rows.filter(({ state }) => state === 'accepted')).toHaveLength(3)
    const waiting = rows.filter(({ state }) => state === 'queued')
    expect(waiting).toHaveLength(5)
    for (const { dueAt } of waiting) {
      expect(dueAt?.getTime()).toBeGreaterThan(NOON.getTime())
      expect(dueAt?.getTime()).toBeLessThanOrEqual(NOON.getTime() + HOUR)
    }
  })
})
