import { expect, test } from 'vitest'
import { tallyByState } from './count-by-state'
import { confirmedLetter, onCampaign } from './testing'

test('letters are counted in every state, up to so many, of one campaign or of all', () =>
  onCampaign(async (ctx, campaign) => {
    for (let count = 0; count < 3; count++) await confirmedLetter(ctx, campaign)
    const queued = async (most: number, id?: string) =>
      (await tallyByState(ctx, most, id)).filter(({ letters }) => letters > 0)
    expect(await queued(3)).toEqual([{ state: 'queued', letters: 3, isLeast: false }])
    expect(await queued(2, campaign.id)).toEqual([{ state: 'queued', letters: 2, isLeast: true }])
    expect(await queued(2, crypto.randomUUID())).toEqual([])
  }))
