import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { supporters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY } from '@/lib/kernel/time/durations'
import { findLetter, letterHistory } from '@/lib/letters/find'
import {
  confirmedLetter,
  letterRow,
  linkCount,
  livingCampaign,
  NO_EMAIL,
  onCampaign,
  queued,
  VACANT,
  writtenLetter,
} from '@/lib/letters/testing'
import { confirmLetter } from './confirm'
import { earlierLetter } from './earlier-letter'

/** The name that its owner is asked about, before the letter is confirmed. */
async function whoIsAsked(ctx: Context, letterId: string): Promise<string | null> {
  const letter = await findLetter(ctx, letterId)
  if (!letter) throw new Error(`There is no letter ${letterId}.`)
  return (await earlierLetter(ctx, letter)).asked
}

const LATER = new Date(NOON.getTime() + DAY)

describe('confirming', () => {
  test('queues the letter, once', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, supporterId } = await writtenLetter(ctx, campaign)
      ctx.setNow(LATER)
      const { outcome, token } = await confirmLetter(ctx, id)
      expect(outcome).toBe('confirmed')
      expect(await readLink(ctx, 'letter', token ?? '')).toEqual({ letterId: id, emailHash: null, expired: false })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'queued', heldReason: null, confirmedAt: LATER })
      expect((await letterHistory(ctx, id)).map(({ state, at }) => [state, at])).toEqual([
        ['unconfirmed', NOON],
        ['queued', LATER],
      ])
      const [row] = await ctx.db.select().from(supporters).where(eq(supporters.id, supporterId))
      expect(row).toMatchObject({ confirmedAt: LATER, householdPlace: 1 })
    }))

  test('holds the letter to a vacant seat, and has its writer told', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: 'vacant', confirmedAt: NOON })
      expect((await letterHistory(ctx, id)).at(-1)).toMatchObject({ state: 'held', reason: 'vacant' })
      expect(await queued(ctx, 'tell-held', id)).toHaveLength(1)
    }))

  test('holds the letter to an MP without an e-mail', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign, { constituencyCode: NO_EMAIL })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: 'no-email' })
      expect(await queued(ctx, 'tell-held', id)).toHaveLength(1)
    }))

  test('twice changes nothing, and leads to the letter again', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      ctx.setNow(LATER)
      const { outcome, token } = await confirmLetter(ctx, id)
      expect(outcome).toBe('already')
      expect(await readLink(ctx, 'letter', token ?? '')).toMatchObject({ letterId: id })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'queued', confirmedAt: NOON })
      expect(await letterHistory(ctx, id)).toHaveLength(2)
    }))

  test('ten times over keeps one link', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await writtenLetter(ctx, campaign)
      const before = await linkCount(ctx, id)
      const tokens = []
      for (let times = 0; times < 10; times++) tokens.push((await confirmLetter(ctx, id)).token)
      expect(new Set(tokens).size).toBe(1)
      expect(await linkCount(ctx, id)).toBe(before + 1)
    }))

  test('a letter that is gone gives nothing to show', () =>
    onCampaign(async (ctx) => {
      expect(await confirmLetter(ctx, crypto.randomUUID())).toEqual({ outcome: 'already', token: null })
    }))
})

describe('one letter for each person and campaign', () => {
  const anna = { name: 'Anna Smith', email: 'anna.smith@gmail.com' }

  test('a second sign-up of the same person is stored, and refused when it is confirmed', () =>
    onCampaign(async (ctx, campaign) => {
      await confirmedLetter(ctx, campaign, anna)
      const again = await writtenLetter(ctx, campaign, { name: ' ANNA  Smith', email: 'annasmith+2@googlemail.com' })
      expect(await confirmLetter(ctx, again.id)).toEqual({ outcome: 'taken', token: null })
      expect(await letterRow(ctx, again.id)).toMatchObject({ state: 'unconfirmed', confirmedAt: null })
    }))

  test('the same person has signed, whatever the seat', () =>
    onCampaign(async (ctx, campaign) => {
      await confirmedLetter(ctx, campaign, anna)
      const other = await writtenLetter(ctx, campaign, { ...anna, constituencyCode: VACANT })
      expect(await confirmLetter(ctx, other.id)).toEqual({ outcome: 'taken', token: null })
    }))

  test('a stranger’s sign-up that was never confirmed stands in nobody’s way', () =>
    onCampaign(async (ctx, campaign) => {
      for (let times = 0; times < 3; times++) await writtenLetter(ctx, campaign, anna)
      await writtenLetter(ctx, campaign, { ...anna, name: 'Mallory' })
      const real = await writtenLetter(ctx, campaign, anna)
      expect(await confirmLetter(ctx, real.id)).toMatchObject({ outcome: 'confirmed' })
    }))

  test('two sign-ups of one person, confirmed at the same moment on two connections: one wins', async () => {
    const { ctx, campaign } = await livingCampaign()
    for (let round = 0; round < 5; round++) {
      const person = { name: 'Twin', email: `twin${round}@example.org` }
      const both = [await writtenLetter(ctx, campaign, person), await writtenLetter(ctx, campaign, person)]
      const outcomes = await Promise.all(both.map(({ id }) => confirmLetter(ctx, id)))
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['confirmed', 'taken'])
      const states = await Promise.all(both.map(async ({ id }) => (await letterRow(ctx, id)).state))
      expect(states.sort()).toEqual(['queued', 'unconfirmed'])
    }
  })

  test('one letter, confirmed four times at the same moment: once, and already', async () => {
    const { ctx, campaign } = await livingCampaign()
    const { id } = await writtenLetter(ctx, campaign)
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => confirmLetter(ctx, id)))
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['already', 'already', 'already', 'confirmed'])
    expect(await letterHistory(ctx, id)).toHaveLength(2)
  })
})

describe('a household that shares one address', () => {
  const home = (email: string) => ['Ann', 'Ben', 'Cem'].map((name) => ({ name, email }))

  test('has two letters; the third name is refused', () =>
    onCampaign(async (ctx, campaign) => {
      const [ann, ben, cem] = home('home@example.org')
      await confirmedLetter(ctx, campaign, ann)
      await confirmedLetter(ctx, campaign, ben)
      const third = await writtenLetter(ctx, campaign, cem)
      expect(await confirmLetter(ctx, third.id)).toEqual({ outcome: 'full', token: null })
      expect(await letterRow(ctx, third.id)).toMatchObject({ state: 'unconfirmed' })
    }))

  test('one of the two who signs again is told that they have signed, not that it is full', () =>
    onCampaign(async (ctx, campaign) => {
      const [ann, ben] = home('home@example.org')
      await confirmedLetter(ctx, campaign, ann)
      await confirmedLetter(ctx, campaign, ben)
      for (const person of [ann, ben]) {
        const again = await writtenLetter(ctx, campaign, person)
        expect(await confirmLetter(ctx, again.id)).toMatchObject({ outcome: 'taken' })
      }
    }))

  test('two who confirm at the same moment both get a place', async () => {
    const { ctx, campaign } = await livingCampaign()
    for (let round = 0; round < 5; round++) {
      const [ann, ben] = home(`home${round}@example.org`)
      const both = [await writtenLetter(ctx, campaign, ann), await writtenLetter(ctx, campaign, ben)]
      const outcomes = await Promise.all(both.map(({ id }) => confirmLetter(ctx, id)))
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['confirmed', 'confirmed'])
    }
  })

  test('of three who confirm at the same moment two get a place', async () => {
    const { ctx, campaign } = await livingCampaign()
    for (let round = 0; round < 5; round++) {
      const letters = []
      for (const person of home(`three${round}@example.org`)) letters.push(await writtenLetter(ctx, campaign, person))
      const outcomes = await Promise.all(letters.map(({ id }) => confirmLetter(ctx, id)))
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['confirmed', 'confirmed', 'full'])
    }
  })
})

describe('a corrected name', () => {
  const email = 'ann@example.org'
  const [slip, right] = [
    { name: 'Ann Exmaple', email },
    { name: 'Ann Example', email },
  ]

  test('is asked about, and neither confirmed nor counted before its owner has said who it is', () =>
    onCampaign(async (ctx, campaign) => {
      const first = await writtenLetter(ctx, campaign, slip)
      await confirmedLetter(ctx, campaign, right)
      expect(await confirmLetter(ctx, first.id)).toEqual({ outcome: 'asked', token: null })
      expect(await letterRow(ctx, first.id)).toMatchObject({ state: 'unconfirmed', confirmedAt: null })
      expect(await whoIsAsked(ctx, first.id)).toBe('Ann Example')
    }))

  test.each(['A. Example', 'Dr Ann Example', 'Ann B. Example', 'Example, Ann', 'Anne Example'])(
    'so is %s, to whichever MP',
    (name) =>
      onCampaign(async (ctx, campaign) => {
        await confirmedLetter(ctx, campaign, right)
        const other = await writtenLetter(ctx, campaign, { name, email, constituencyCode: VACANT })
        expect(await confirmLetter(ctx, other.id)).toEqual({ outcome: 'asked', token: null })
      }),
  )

  test('is another person where they say so, who takes the household’s second place', () =>
    onCampaign(async (ctx, campaign) => {
      await confirmedLetter(ctx, campaign, right)
      const other = await writtenLetter(ctx, campaign, { name: 'Dan Example', email })
      expect(await confirmLetter(ctx, other.id, { anotherPerson: true })).toMatchObject({ outcome: 'confirmed' })
      const third = await writtenLetter(ctx, campaign, { name: 'Jan Example', email })
      expect(await confirmLetter(ctx, third.id, { anotherPerson: true })).toEqual({ outcome: 'full', token: null })
      expect(await whoIsAsked(ctx, third.id)).toBeNull()
    }))

  test('of quite another name is asked about too, and goes without an answer: nothing says that they are one', () =>
    onCampaign(async (ctx, campaign) => {
      await confirmedLetter(ctx, campaign, right)
      const ben = await writtenLetter(ctx, campaign, { name: 'Ben Example', email })
      expect(await whoIsAsked(ctx, ben.id)).toBe('Ann Example')
      expect(await confirmLetter(ctx, ben.id)).toMatchObject({ outcome: 'confirmed' })
      expect(await whoIsAsked(ctx, ben.id)).toBeNull()
    }))

  test('does not make one person two, whatever they say', () =>
    onCampaign(async (ctx, campaign) => {
      await confirmedLetter(ctx, campaign, right)
      const again = await writtenLetter(ctx, campaign, { name: 'ANN  EXAMPLE', email })
      expect(await confirmLetter(ctx, again.id, { anotherPerson: true })).toEqual({ outcome: 'taken', token: null })
    }))

  test('of two links pressed at the same moment one confirms, and the other is asked about', async () => {
    const { ctx, campaign } = await livingCampaign()
    for (let round = 0; round < 5; round++) {
      const home = `slip${round}@example.org`
      const both = [
        await writtenLetter(ctx, campaign, { ...slip, email: home }),
        await writtenLetter(ctx, campaign, { ...right, email: home }),
      ]
      const outcomes = await Promise.all(both.map(({ id }) => confirmLetter(ctx, id)))
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['asked', 'confirmed'])
    }
  })
})
