import { expect, test } from 'vitest'
import { htmlOf, wordsIn } from '@/app/(public)/testing'
import { deliverLetter } from '@/lib/delivery/testing'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { londonDay } from '@/lib/kernel/time/day'
import { confirmedLetter, onCampaign, VACANT, WESTMINSTER } from '@/lib/letters/testing'
import { Board } from './board'

test('outsiders read no count under five, and of constituencies what the public may; staff read every number', () =>
  onCampaign(async (ctx, campaign) => {
    for (let count = 0; count < 7; count++) {
      const { id } = await confirmedLetter(ctx, campaign, { constituencyCode: WESTMINSTER })
      if (count < 3) await deliverLetter(ctx, id)
    }
    await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
    await rollUp(ctx)
    const board = (forOutsiders: boolean) =>
      htmlOf(
        Board({
          ctx,
          campaign: { ...campaign, name: 'The campaign', closedAt: null },
          began: londonDay(ctx.now()),
          forOutsiders,
        }),
      )
    const [open, own] = await Promise.all([board(true), board(false)])
    expect(wordsIn(own)).toContain('The campaign')
    expect(own).toContain('Holborn and St Pancras: 1 supporter<')
    expect(own).not.toContain('under 5')
    expect(wordsIn(open)).toContain('under 5')
    expect(open).not.toContain('Holborn and St Pancras')
    expect(open).not.toMatch(/<strong>[1-4]<\/strong>|<dd[^>]*>[1-4]</)
  }))
