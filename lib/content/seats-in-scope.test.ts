import { expect, test } from 'vitest'
import { findSeat } from '@/lib/directory/lookup'
import { onCampaign } from '@/lib/letters/testing'
import { asideOf } from './content-for-mp'
import { anySeatFor, seatsOfEachKind } from './seats-in-scope'

test('a preview opens at a seat that the campaign is for, whatever it is for', () =>
  onCampaign(async (ctx, { content }) => {
    for (const nations of [[], ['England'], ['Wales'], ['Northern Ireland'], ['Scotland', 'Wales']] as const) {
      const only = { ...content, nations: [...nations] }
      const seat = await anySeatFor(ctx, only)
      expect(seat && asideOf(only, seat)).toBeNull()
      expect(seat?.mp?.email).toBeTruthy()
    }
  }))

test('there is a seat to look from for each group, each nation that is left out, and each MP who cannot be e-mailed', () =>
  onCampaign(async (ctx, { content }) => {
    const only = { ...content, nations: ['England' as const] }
    const kinds = new Map((await seatsOfEachKind(ctx, only)).map(({ label, code }) => [label, code]))
    expect([...kinds.keys()]).toEqual(
      expect.arrayContaining(['Most MPs', 'A vacant seat', 'A nation that it is not for']),
    )
    const outside = await findSeat(ctx, kinds.get('A nation that it is not for') ?? '')
    expect(outside && asideOf(only, outside)).toMatchObject({ why: 'nation' })
    const all = (await seatsOfEachKind(ctx, content)).map(({ label }) => label)
    expect(all).toEqual(expect.arrayContaining(content.groups.map(({ name }) => name)))
  }))
