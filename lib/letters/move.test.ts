import { expect, test } from 'vitest'
import { findLetter, letterHistory } from './find'
import { moveLetter } from './move'
import { letterRow, livingCampaign, NOON, onCampaign, writtenLetter } from './testing'

test('a letter moves from a state that it is in, and its history says so', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await writtenLetter(ctx, campaign)
    const set = { confirmedAt: NOON }
    expect(await moveLetter(ctx, id, { from: ['unconfirmed', 'held'], to: 'held', heldReason: 'staff', set })).toBe(
      true,
    )
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: 'staff', confirmedAt: NOON })
    expect(await moveLetter(ctx, id, { from: ['held'], to: 'queued', reason: 'released' })).toBe(true)
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'queued', heldReason: null })
    expect((await letterHistory(ctx, id)).map(({ state, reason }) => [state, reason])).toEqual([
      ['unconfirmed', null],
      ['held', 'staff'],
      ['queued', 'released'],
    ])
  }))

test('from any other state it does not move, and nothing is written', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await writtenLetter(ctx, campaign)
    expect(await moveLetter(ctx, id, { from: ['queued', 'held'], to: 'accepted', set: { acceptedAt: NOON } })).toBe(
      false,
    )
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'unconfirmed', acceptedAt: null })
    expect(await letterHistory(ctx, id)).toHaveLength(1)
    expect(await moveLetter(ctx, crypto.randomUUID(), { from: ['queued'], to: 'sending' })).toBe(false)
  }))

test('of many movers at once one wins', async () => {
  const { ctx, campaign } = await livingCampaign()
  const { id } = await writtenLetter(ctx, campaign)
  const moved = await Promise.all(
    [1, 2, 3, 4, 5].map(() => moveLetter(ctx, id, { from: ['unconfirmed'], to: 'queued' })),
  )
  expect(moved.filter(Boolean)).toHaveLength(1)
  expect(await letterHistory(ctx, id)).toHaveLength(2)
})

test('a letter is held for a reason or not at all: the table refuses anything else', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await writtenLetter(ctx, campaign)
    await expect(moveLetter(ctx, id, { from: ['unconfirmed'], to: 'held' })).rejects.toThrow()
  }))

test('there is no letter to find where there is none', () =>
  onCampaign(async (ctx) => {
    expect(await findLetter(ctx, crypto.randomUUID())).toBeNull()
  }))
