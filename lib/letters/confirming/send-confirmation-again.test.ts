import { describe, expect, test } from 'vitest'
import { NOON } from '@/lib/kernel/testing/noon'
import { letterRow, livingCampaign, onCampaign, queued, writtenLetter } from '@/lib/letters/testing'
import { confirmLetter } from './confirm'
import { resendConfirmation } from './send-confirmation-again'

const secondsOn = (seconds: number) => new Date(NOON.getTime() + seconds * 1000)

describe('sending the confirmation again', () => {
  test('is refused within a minute of the submission, and works from the sixtieth second on', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await writtenLetter(ctx, campaign)
      ctx.setNow(secondsOn(59.999))
      expect(await resendConfirmation(ctx, id)).toBe('soon')
      expect(await letterRow(ctx, id)).toMatchObject({ resent: 0 })
      ctx.setNow(secondsOn(60))
      expect(await resendConfirmation(ctx, id)).toBe('asked')
      expect(await letterRow(ctx, id)).toMatchObject({ resent: 1, mailedAt: secondsOn(60) })
      ctx.setNow(secondsOn(119))
      expect(await resendConfirmation(ctx, id)).toBe('soon')
    }))

  test('works five times, and then no more, however long one waits', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await writtenLetter(ctx, campaign)
      const outcomes = []
      for (let minute = 1; minute <= 7; minute++) {
        ctx.setNow(secondsOn(60 * minute))
        outcomes.push(await resendConfirmation(ctx, id))
      }
      expect(outcomes).toEqual(['asked', 'asked', 'asked', 'asked', 'asked', 'spent', 'spent'])
      expect(await letterRow(ctx, id)).toMatchObject({ resent: 5 })
      // The first one from submitting, and one for each time.
      expect(await queued(ctx, 'send-confirmation', id)).toHaveLength(6)
    }))

  test('once the letter is confirmed sends nothing, and says what it said before', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await writtenLetter(ctx, campaign)
      await confirmLetter(ctx, id)
      const outcomes = []
      for (const seconds of [10, 70, 80, 130, 190, 250, 310, 370]) {
        ctx.setNow(secondsOn(seconds))
        outcomes.push(await resendConfirmation(ctx, id))
      }
      expect(outcomes).toEqual(['soon', 'asked', 'soon', 'asked', 'asked', 'asked', 'asked', 'spent'])
      expect(await queued(ctx, 'send-confirmation', id)).toHaveLength(1)
    }))

  test('pressed four times at once sends one', async () => {
    const { ctx, campaign } = await livingCampaign()
    const { id } = await writtenLetter(ctx, campaign)
    ctx.setNow(secondsOn(90))
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => resendConfirmation(ctx, id)))
    expect(outcomes.sort()).toEqual(['asked', 'soon', 'soon', 'soon'])
  })
})
