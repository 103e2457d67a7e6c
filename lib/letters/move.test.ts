import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { type LetterState, letterStates } from '@/db/schema/index'
import { constraintOf } from '@/lib/kernel/faults/database-error'
import { NOON } from '@/lib/kernel/testing/noon'
import { findLetter, letterHistory } from './find'
import { moveLetter } from './move'
import { letterRow, livingCampaign, onCampaign, writtenLetter } from './testing'

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

test('no other statement moves a letter in a way that it does not go: the table refuses it', () =>
  onCampaign(async (ctx, campaign) => {
    const legal: Partial<Record<LetterState, LetterState[]>> = {
      unconfirmed: ['queued', 'held', 'expired', 'withdrawn'],
      queued: ['sending', 'delivered', 'held', 'failed', 'withdrawn'],
      sending: ['accepted', 'held', 'failed', 'withdrawn'],
      held: ['queued', 'accepted', 'delivered', 'bounced', 'failed', 'by-writer', 'withdrawn'],
      accepted: ['delivered', 'bounced', 'queued', 'held', 'withdrawn'],
      delivered: ['bounced', 'held', 'withdrawn'],
      bounced: ['queued', 'withdrawn'],
      failed: ['queued', 'withdrawn'],
      'by-writer': ['withdrawn'],
      expired: ['withdrawn'],
    }
    const { id } = await writtenLetter(ctx, campaign)
    for (const from of letterStates) {
      for (const to of letterStates.filter((state) => state !== from)) {
        const tried = ctx.db.transaction(async (tx) => {
          await tx.execute(sql`alter table letters disable trigger letters_legal_move`)
          await tx.execute(
            sql`update letters set state = ${from}, held_reason = ${from === 'held' ? 'staff' : null} where id = ${id}`,
          )
          await tx.execute(sql`alter table letters enable trigger letters_legal_move`)
          await tx.execute(
            sql`update letters set state = ${to}, held_reason = ${to === 'held' ? 'staff' : null} where id = ${id}`,
          )
          tx.rollback()
        })
        const outcome = await tried.catch((error) =>
          constraintOf(error) === 'letters_legal_move' ? 'refused' : 'moved',
        )
        expect([from, to, outcome]).toEqual([from, to, legal[from]?.includes(to) ? 'moved' : 'refused'])
      }
    }
  }))

test('a letter is held for a reason or not at all: the table refuses anything else', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await writtenLetter(ctx, campaign)
    await expect(moveLetter(ctx, id, { from: ['unconfirmed'], to: 'held' })).rejects.toThrow()
  }))

test('there is no letter to find where there is none', () =>
  onCampaign(async (ctx) => {
    expect(await findLetter(ctx, crypto.randomUUID())).toBeNull()
  }))
