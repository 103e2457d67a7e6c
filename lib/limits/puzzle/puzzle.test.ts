import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { supporters } from '@/db/schema/index'
import { settings } from '@/db/schema/settings'
import { HOUR, MINUTE } from '@/lib/kernel/time/durations'
import { onCampaign, writtenLetter } from '@/lib/letters/testing'
import { forgetPuzzle, isPuzzleAsked, type PuzzleSetting, puzzleSetting } from './is-puzzle-asked'

const ONE = crypto.randomUUID()

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})
beforeEach(() => forgetPuzzle())

describe('an answer', () => {
  test('serves for the submission that it was made for, and for no other', async () => {
    const { answer, isSolved } = await answered()
    expect(answer.length, 'what a form may carry in one field').toBeLessThan(1000)
    expect(await isSolved(answer, ONE)).toBe(true)
    expect(await isSolved(answer, crypto.randomUUID())).toBe(false)
  })

  test('outlives a change of the secret while the old one is listed, and no longer', async () => {
    const { answer } = await answered('o'.repeat(32))
    expect(await (await under(`${'n'.repeat(32)},${'o'.repeat(32)}`)).isSolved(answer, ONE)).toBe(true)
    expect(await (await under('n'.repeat(32))).isSolved(answer, ONE)).toBe(false)
  })

  test('that was made up, changed or cheapened in any part is none', async () => {
    const { answer, isSolved } = await answered()
    const { challenge, solution } = JSON.parse(answer)
    const other = crypto.randomUUID()
    const forged = [
      '',
      'x',
      '{}',
      'null',
      '[]',
      answer.slice(0, -1),
      JSON.stringify({ challenge }),
      JSON.stringify({ challenge, solution: { counter: 0, derivedKey: '' } }),
      JSON.stringify({ challenge, solution: { ...solution, derivedKey: '00'.repeat(32) } }),
      JSON.stringify({ challenge: { ...challenge, signature: undefined }, solution }),
      ...Object.entries({
        cost: 1,
        keyPrefix: '00',
        expiresAt: 9e9,
        keySignature: undefined,
        data: { submission: other },
      }).map(([name, value]) =>
        JSON.stringify({
          challenge: { ...challenge, parameters: { ...challenge.parameters, [name]: value } },
          solution,
        }),
      ),
    ]
    for (const each of forged) for (const id of [ONE, other]) expect(await isSolved(each, id)).toBe(false)
  })

  test('runs out after two hours', async () => {
    const { answer, isSolved } = await answered()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * HOUR + 1000 })
    expect(await isSolved(answer, ONE)).toBe(false)
  })
})

describe('is asked for', () => {
  test('by itself while more letters come than usual and nobody has confirmed them', () =>
    onCampaign(async (ctx, campaign) => {
      await set(ctx, { when: 'burst', most: 2 })
      for (const asked of [false, false, true]) {
        await writtenLetter(ctx, campaign)
        forgetPuzzle()
        expect(await isPuzzleAsked(ctx)).toBe(asked)
      }
      ctx.setNow(new Date(ctx.now().getTime() + 11 * MINUTE))
      expect(await isPuzzleAsked(ctx)).toBe(false)
      await ctx.db.update(supporters).set({ createdAt: ctx.now(), confirmedAt: ctx.now() })
      forgetPuzzle()
      expect(await isPuzzleAsked(ctx)).toBe(false)
    }))

  test('as staff say: never, or always; at first, by few letters, not', () =>
    onCampaign(async (ctx, campaign) => {
      await writtenLetter(ctx, campaign)
      expect(await isPuzzleAsked(ctx)).toBe(false)
      for (const when of ['always', 'never'] as const) {
        await set(ctx, { when, most: 1 })
        forgetPuzzle()
        expect(await isPuzzleAsked(ctx)).toBe(when === 'always')
      }
    }))
})

type Ctx = Parameters<Parameters<typeof onCampaign>[0]>[0]

async function set({ db }: Ctx, value: PuzzleSetting): Promise<void> {
  await db
    .insert(settings)
    .values({ name: puzzleSetting.name, value })
    .onConflictDoUpdate({ target: settings.name, set: { value } })
}

/** The module as a process with these secrets has it. */
async function under(secrets: string) {
  vi.stubEnv('AUTH_SECRET', secrets)
  vi.resetModules()
  return import('./challenge')
}

/** As a browser answers it. */
async function answered(secrets = 'a secret that only the tests know') {
  const { makeChallenge, isSolved } = await under(secrets)
  const challenge = await makeChallenge(ONE, new Date())
  const solution = await solveChallenge({ challenge, deriveKey })
  return { answer: JSON.stringify({ challenge, solution }), isSolved }
}
