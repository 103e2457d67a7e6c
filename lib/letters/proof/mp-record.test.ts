import { describe, expect, test } from 'vitest'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { deliverLetter } from '@/lib/delivery/testing'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { NOON } from '@/lib/kernel/testing/noon'
import { HOUR } from '@/lib/kernel/time/durations'
import { confirmLetter } from '@/lib/letters/confirming/confirm'
import { findLetter } from '@/lib/letters/find'
import { submitLetter } from '@/lib/letters/submit'
import { changeMp, confirmedLetter, onCampaign, submission, WESTMINSTER } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { composeLetter } from '@/lib/writing/compose'
import { NO_OWN_WORDS } from '@/lib/writing/originality/own-words'
import { anyWording } from '@/lib/writing/wordings/any-wording'
import { mpRecord } from './mp-record'

const GIVEN = ({ content }: LiveCampaign) =>
  composeLetter(content, {
    own: NO_OWN_WORDS,
    wording: anyWording(content, 0),
    mpName: null,
    constituency: 'Bath',
    nation: 'England',
  }).body

let written = 0
/** A letter's worth of words that staff wrote nowhere, others each time: letters of the same own words are held. */
function ofOnesOwn(): string {
  written += 1
  return Array.from({ length: 60 }, (_, at) => `${'ab'.repeat(at + 1)}${'c'.repeat(written)}`).join(' ')
}

/** Letters that were sent, with these asks each; gives the last one's id. */
async function sent(ctx: TestContext, campaign: LiveCampaign, asks: string[][], own = false): Promise<string> {
  let last = ''
  for (const chosen of asks) {
    const body = own ? ofOnesOwn() : GIVEN(campaign)
    const token = await submitLetter(ctx, { ...submission(campaign, { body }), asks: chosen })
    last = (await readLink(ctx, 'sent', token ?? ''))?.letterId ?? ''
    await confirmLetter(ctx, last)
    await deliverLetter(ctx, last)
  }
  return last
}

const times = (count: number, asks: string[]) => Array.from({ length: count }, () => asks)
const shown = async (ctx: TestContext, id: string) => {
  const record = await mpRecord(ctx, id)
  return [record?.letters, record?.asks.map(({ letters }) => letters), record?.ownWords]
}
const FEW = 'under 5'
const ALL = 'all or nearly all'

describe('what an MP’s office sees of a campaign', () => {
  test('is nothing under five: not of all, not of those who did, not of those who did not', () =>
    onCampaign(async (ctx, campaign) => {
      const four = await sent(ctx, campaign, times(4, ['ceasefire']))
      expect(await shown(ctx, four)).toEqual([FEW, [FEW, FEW, FEW, FEW], FEW])
      const five = await sent(ctx, campaign, times(1, ['ceasefire']))
      expect(await shown(ctx, five)).toEqual([5, [ALL, FEW, FEW, FEW], FEW])
      const nine = await sent(ctx, campaign, times(4, ['turkey']), true)
      expect(await shown(ctx, nine)).toEqual([9, [ALL, FEW, FEW, FEW], FEW])
      const ten = await sent(ctx, campaign, times(1, ['turkey', 'talks']), true)
      expect(await shown(ctx, ten)).toEqual([10, [5, 5, FEW, FEW], 5])
    }))

  test('names the campaign and its asks', () =>
    onCampaign(async (ctx, campaign) => {
      const id = await sent(ctx, campaign, times(1, ['talks']))
      const record = await mpRecord(ctx, id)
      expect(record).toMatchObject({ campaign: campaign.content.title, slug: campaign.slug })
      expect(record?.asks.map(({ title }) => title)).toEqual(campaign.content.asks.map(({ title }) => title))
    }))

  test('is of letters to this MP, and not to who sat for the seat before', () =>
    onCampaign(async (ctx, campaign) => {
      const before = await sent(ctx, campaign, times(5, ['talks']))
      ctx.setNow(new Date(NOON.getTime() + HOUR))
      await changeMp(ctx, WESTMINSTER, { name: 'Ann Lee', email: 'ann@example.org' })
      const after = await sent(ctx, campaign, times(1, ['talks']))
      expect((await findLetter(ctx, after))?.state).toBe('accepted')
      expect((await shown(ctx, before))[0]).toBe(5)
      expect((await shown(ctx, after))[0]).toBe(FEW)
    }))
})

test('there is no record behind a letter that was not sent', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await confirmedLetter(ctx, campaign)
    expect(await mpRecord(ctx, id)).toBeNull()
    expect(await mpRecord(ctx, crypto.randomUUID())).toBeNull()
  }))
