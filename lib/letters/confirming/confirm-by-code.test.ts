import { describe, expect, test } from 'vitest'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { NOON } from '@/lib/kernel/testing/noon'
import { MINUTE } from '@/lib/kernel/time/durations'
import { letterRow, livingCampaign, onCampaign, VACANT, writtenLetter } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { confirmLetter } from './confirm'
import { confirmByCode } from './confirm-by-code'
import { CODE_TRIES_MOST, confirmCode } from './confirm-code'
import { resendConfirmation } from './send-confirmation-again'

const codeOf = async (ctx: TestContext, id: string) => confirmCode(id, (await letterRow(ctx, id)).codeRound)
/** Any six digits but these. */
const otherThan = (code: string) => `${(Number(code) + 1) % 1_000_000}`.padStart(6, '0')
const spend = async (ctx: TestContext, id: string) => {
  const wrong = otherThan(await codeOf(ctx, id))
  for (let tries = 0; tries < CODE_TRIES_MOST; tries++) await confirmByCode(ctx, id, wrong)
}

test('a code is six digits, another one for each letter and each round', () => {
  const codes = Array.from({ length: 300 }, (_, at) => confirmCode(`letter ${at % 100}`, Math.floor(at / 100)))
  for (const code of codes) expect(code).toMatch(/^\d{6}$/)
  // Of 300 in a million a few may meet, and hardly ever more.
  expect(new Set(codes).size).toBeGreaterThan(295)
})

describe('the right code', () => {
  test('confirms like the button', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await writtenLetter(ctx, campaign)
      const taken = await confirmByCode(ctx, id, await codeOf(ctx, id))
      expect(taken).toEqual({ outcome: 'confirmed', token: expect.any(String) })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'queued', confirmedAt: NOON })
    }))

  test('of a letter to a vacant seat has it held', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await writtenLetter(ctx, campaign, { constituencyCode: VACANT })
      expect(await confirmByCode(ctx, id, await codeOf(ctx, id))).toMatchObject({ outcome: 'confirmed' })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: 'vacant' })
    }))

  test('of a letter that is confirmed already leads to the letter', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await writtenLetter(ctx, campaign)
      const { token } = await confirmLetter(ctx, id)
      expect(await confirmByCode(ctx, id, await codeOf(ctx, id))).toEqual({ outcome: 'already', token })
    }))

  test('of a second letter of the same person takes nothing', () =>
    onCampaign(async (ctx, campaign) => {
      const person = { name: 'Anna Example', email: 'one@example.org' }
      await confirmLetter(ctx, (await writtenLetter(ctx, campaign, person)).id)
      const { id } = await writtenLetter(ctx, campaign, person)
      expect(await confirmByCode(ctx, id, await codeOf(ctx, id))).toMatchObject({
        outcome: 'taken',
        ask: expect.any(String),
      })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'unconfirmed' })
    }))

  test('where two of nearly the same name share an address leads to the page that asks', () =>
    onCampaign(async (ctx, campaign) => {
      const email = 'household@example.org'
      await confirmLetter(ctx, (await writtenLetter(ctx, campaign, { name: 'Jon Smith', email })).id)
      const { id } = await writtenLetter(ctx, campaign, { name: 'Jan Smith', email })
      const taken = await confirmByCode(ctx, id, await codeOf(ctx, id))
      if (!('ask' in taken)) throw new Error(`It was not asked: ${taken.outcome}.`)
      expect(await readLink(ctx, 'confirm', taken.ask)).toMatchObject({ letterId: id, expired: false })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'unconfirmed' })
    }))
})

describe('a wrong code', () => {
  test('can be tried five times; then the right one is not taken either', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await writtenLetter(ctx, campaign)
      const code = await codeOf(ctx, id)
      const outcomes = []
      for (const typed of [...Array(5).fill(otherThan(code)), code])
        outcomes.push((await confirmByCode(ctx, id, typed)).outcome)
      expect(outcomes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'spent'])
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'unconfirmed', codeTries: 5 })
    }))

  test('is counted alike when the letter is confirmed: nothing is learnt of it', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await writtenLetter(ctx, campaign)
      await confirmLetter(ctx, id)
      const wrong = otherThan(await codeOf(ctx, id))
      const outcomes = []
      for (let tries = 0; tries < 6; tries++) outcomes.push((await confirmByCode(ctx, id, wrong)).outcome)
      expect(outcomes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'spent'])
    }))

  test('tried twenty times at once is compared five times', async () => {
    const { ctx, campaign } = await livingCampaign()
    const { id } = await writtenLetter(ctx, campaign)
    const wrong = otherThan(await codeOf(ctx, id))
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => confirmByCode(ctx, id, wrong)))
    expect(outcomes.filter(({ outcome }) => outcome === 'wrong')).toHaveLength(5)
  })
})

describe('an e-mail that is asked for again', () => {
  test('has the same code while there are tries left, so that the first e-mail’s is good', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await writtenLetter(ctx, campaign)
      const first = await codeOf(ctx, id)
      await confirmByCode(ctx, id, otherThan(first))
      ctx.setNow(new Date(NOON.getTime() + MINUTE))
      expect(await resendConfirmation(ctx, id)).toBe('asked')
      expect(await letterRow(ctx, id)).toMatchObject({ codeRound: 0, codeTries: 1 })
      expect(await confirmByCode(ctx, id, first)).toMatchObject({ outcome: 'confirmed' })
    }))

  test('has a new one once they are spent', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await writtenLetter(ctx, campaign)
      const first = await codeOf(ctx, id)
      await spend(ctx, id)
      ctx.setNow(new Date(NOON.getTime() + MINUTE))
      await resendConfirmation(ctx, id)
      const second = await codeOf(ctx, id)
      expect(second).not.toBe(first)
      expect(await confirmByCode(ctx, id, first)).toEqual({ outcome: 'wrong' })
      expect(await confirmByCode(ctx, id, second)).toMatchObject({ outcome: 'confirmed' })
    }))

  test('lets a stranger try thirty codes of a million at the most', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await writtenLetter(ctx, campaign)
      let compared = 0
      for (let minute = 1; minute <= 10; minute++) {
        const wrong = otherThan(await codeOf(ctx, id))
        for (let tries = 0; tries < 10; tries++)
          if ((await confirmByCode(ctx, id, wrong)).outcome === 'wrong') compared += 1
        ctx.setNow(new Date(NOON.getTime() + minute * MINUTE))
        await resendConfirmation(ctx, id)
      }
      expect(compared).toBe(30)
    }))
})
