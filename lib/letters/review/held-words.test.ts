import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { settings } from '@/db/schema/settings'
import { letterHistory } from '@/lib/letters/find'
import { confirmedLetter, letterRow, onCampaign, queued, VACANT } from '@/lib/letters/testing'
import { memberContext } from '@/lib/staff/testing'
import { heldSentences, heldWords, heldWordsInput, reviewWords, setHeldWords } from './held-words'

const LIST = ['Vermin', 'string them up']

describe('a person has to look', () => {
  test.each([
    ['They are VERMIN!', 'It holds “Vermin”, which is on the list of words.'],
    ['vërmin', 'It holds “Vermin”, which is on the list of words.'],
    ['We should string\nthem up.', 'It holds “string them up”, which is on the list of words.'],
    [`See ${'https://a.example/x and www.b.example '.repeat(3)}`, 'It holds 6 links.'],
  ])('at %j', (text, reason) => expect(reviewWords(text, LIST)?.note).toBe(reason))

  test.each(['Verminous', 'string them along, up', '', '🕊️', 'See https://a.example', `x${' a.b'.repeat(99)}`])(
    'not at %j',
    (text) => expect(reviewWords(text, LIST)).toBeNull(),
  )

  test('not because of a list with nothing in its lines', () => expect(reviewWords('Peace!', ['', '!'])).toBeNull())
})

describe('a letter with a word of the list', () => {
  test('is confirmed and held, with the reason in its history; its writer is told that someone will look', () =>
    onCampaign(async (ctx, campaign) => {
      await setHeldWords(ctx, LIST)
      const held = await confirmedLetter(ctx, campaign, { body: 'They are vermin, I say.' })
      expect(await letterRow(ctx, held.id)).toMatchObject({ state: 'held', heldReason: 'abuse' })
      expect((await letterHistory(ctx, held.id)).at(-1)).toMatchObject({ state: 'held', reason: 'abuse' })
      expect(await queued(ctx, 'tell-held', held.id)).toHaveLength(1)
      const other = await confirmedLetter(ctx, campaign, { body: 'They are people, I say.' })
      expect(await letterRow(ctx, other.id)).toMatchObject({ state: 'queued' })
    }))

  test('is looked at before all else, in its subject and its writer’s name too', () =>
    onCampaign(async (ctx, campaign) => {
      await setHeldWords(ctx, LIST)
      for (const written of [
        { subject: 'Vermin' },
        { name: 'Vermin Smith' },
        { body: 'vermin', constituencyCode: VACANT },
      ]) {
        const { id } = await confirmedLetter(ctx, campaign, written)
        expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: 'abuse' })
      }
    }))
})

describe('the list', () => {
  test('is kept by administrators, a word or phrase on each line, and its changes are on record', () =>
    onCampaign(async (ctx) => {
      expect(await heldWords(ctx)).toEqual([])
      const admin = await memberContext(ctx, 'admin', 'admin@example.org')
      await setHeldWords(admin, heldWordsInput.parse(' vermin \r\n\r\nstring  them up\nvermin\n'))
      expect(await heldWords(ctx)).toEqual(['vermin', 'string them up'])
    }))

  test.each(['editor', 'campaigner'] as const)('refuses a %s', (role) =>
    onCampaign(async (ctx) => {
      const member = await memberContext(ctx, role, `${role}@example.org`)
      expect(() => setHeldWords(member, ['vermin'])).toThrow(expect.objectContaining({ code: 'not-allowed' }))
    }),
  )

  test('that was spoilt holds nothing up', () =>
    onCampaign(async (ctx) => {
      await setHeldWords(ctx, ['vermin'])
      await ctx.db
        .update(settings)
        .set({ value: { not: 'a list' } })
        .where(eq(settings.name, 'held_words'))
      expect(await heldWords(ctx)).toEqual([])
    }))

  test('has its limits', () => {
    expect(heldWordsInput.safeParse('x'.repeat(81)).success).toBe(false)
    expect(heldWordsInput.safeParse(Array.from({ length: 2001 }, (_, at) => `w${at}`).join('\n')).success).toBe(false)
  })
})

describe('the sentences that hold a word of the list', () => {
  test.each([
    ['One. This is a scandal! Two.', ['scandal'], ['This is a ', 'scandal', '!']],
    ['One.\nA Scándal, truly\nTwo.', ['scandal'], ['A ', 'Scándal', ', truly']],
    ['It is what they call a cover-up. So.', ['cover up'], ['It is what they call a ', 'cover-up', '.']],
    ['scandal', ['scandal'], ['', 'scandal', '']],
    ['Don’t be a “dont”.', ['dont'], ['', 'Don’t', ' be a “dont”.']],
  ])('of %j by %j', (text, held, [before, word, after]) => {
    expect(heldSentences(text, held)[0]).toEqual({ before, word, after })
  })

  test('are none where the word is a part of another, and twenty at most, none of them long', () => {
    expect(heldSentences('Scandalous scandals.', ['scandal', '  ', ''])).toEqual([])
    const many = heldSentences(`${'x'.repeat(5000)} scandal ${'y'.repeat(5000)} `.repeat(30), ['scandal'])
    expect(many).toHaveLength(20)
    expect(many.every(({ before, after }) => before.length + after.length <= 400)).toBe(true)
  })
})
