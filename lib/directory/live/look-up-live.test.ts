import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { constituencies, liveAnswers, mps, postcodeFacts } from '@/db/schema/index'
import { tablesHolding, testDatabase } from '@/db/testing'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { DAY } from '@/lib/kernel/time/durations'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack, type TestContext } from '@/lib/mailer/testing/context'
import { forgetOldResults } from './cached-results'
import { lookUpLive } from './look-up-live'
import { failures, type PlayedSources, playSources } from './testing'
import { runOutWhenQuiet } from './testing-time'

const NOON = new Date('2026-11-24T12:00:00Z')
const after = (days: number, ms = 0) => new Date(NOON.getTime() + days * DAY + ms)
const SEVENOAKS = { kind: 'seats', seats: [{ code: 'E14001465' }] }
const UNKNOWN = { kind: 'unknown', unsure: false }

let played: PlayedSources
beforeAll(async () => {
  await testDatabase()
  await loadSnapshot(contextFor({ kind: 'system' }))
})
beforeEach(async () => {
  played = await playSources({
    BR87RE: { names: ['Sevenoaks'], code: 'E14001465' },
    TN111ZZ: { names: ['Tonbridge', 'Sevenoaks'], code: 'E14001465' },
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  return played.close()
})

const lookUp = (ctx: TestContext, compact: string) => lookUpLive(ctx, played, compact)

describe('an answer is kept', () => {
  test('for thirty days when it names a seat, and nobody is asked again', () =>
    rolledBack(async (ctx) => {
      expect(await lookUp(ctx, 'BR87RE')).toMatchObject(SEVENOAKS)
      played.failing = { members: 'status 500', postcodes: 'html' }
      ctx.setNow(after(30, -1))
      expect(await lookUp(ctx, 'BR87RE')).toMatchObject(SEVENOAKS)
      expect(played.asked).toHaveLength(1)
      ctx.setNow(after(30))
      expect(await lookUp(ctx, 'BR87RE')).toEqual({ kind: 'unavailable' })
      expect(played.asked).toHaveLength(3)
    }, NOON))

  test('when it names several, all of them', () =>
    rolledBack(async (ctx) => {
      const split = { kind: 'seats', seats: [{ name: 'Sevenoaks' }, { name: 'Tonbridge' }] }
      expect(await lookUp(ctx, 'TN111ZZ')).toMatchObject(split)
      expect(await lookUp(ctx, 'TN111ZZ')).toMatchObject(split)
      expect(played.asked).toHaveLength(1)
    }))

  test('for a day when every source says that there is no such postcode: it may be a new one', () =>
    rolledBack(async (ctx) => {
      expect(await lookUp(ctx, 'ZZ11ZZ')).toEqual(UNKNOWN)
      ctx.setNow(after(1, -1))
      expect(await lookUp(ctx, 'ZZ11ZZ')).toEqual(UNKNOWN)
      expect(played.asked).toHaveLength(2)
      ctx.setNow(after(1))
      await lookUp(ctx, 'ZZ11ZZ')
      expect(played.asked).toHaveLength(4)
    }, NOON))

  test('anew for thirty days when it is asked for again', () =>
    rolledBack(async (ctx) => {
      await lookUp(ctx, 'BR87RE')
      ctx.setNow(after(31))
      await lookUp(ctx, 'BR87RE')
      ctx.setNow(after(60))
      await lookUp(ctx, 'BR87RE')
      expect(played.asked).toHaveLength(2)
      expect(await ctx.db.$count(liveAnswers)).toBe(1)
    }, NOON))

  test('without the postcode in the clear, and with nothing but seats and a date', () =>
    rolledBack(async (ctx) => {
      await lookUp(ctx, 'BR87RE')
      for (const written of ['BR87RE', 'BR8 7RE']) expect(await tablesHolding(ctx, written)).toEqual([])
      const [row] = await ctx.db.select().from(liveAnswers)
      expect(row).toEqual({
        postcodeHash: expect.stringMatching(/^[\w-]{43}$/),
        codes: ['E14001465'],
        keptUntil: expect.any(Date),
      })
    }))
})

describe('an answer is not kept', () => {
  test.each(failures)('when all sources fail: %s', (failure) =>
    rolledBack(async (ctx) => {
      runOutWhenQuiet(played)
      played.failing = { members: failure, postcodes: failure }
      expect(await lookUp(ctx, 'BR87RE')).toEqual({ kind: 'unavailable' })
      expect(await ctx.db.$count(liveAnswers)).toBe(0)
      played.failing = { members: null, postcodes: null }
      expect(await lookUp(ctx, 'BR87RE')).toMatchObject(SEVENOAKS)
    }),
  )

  test('when one failed and the other does not know the postcode: the first may', () =>
    rolledBack(async (ctx) => {
      played.failing.members = 'status 429'
      expect(await lookUp(ctx, 'ZZ11ZZ')).toEqual({ kind: 'unknown', unsure: true })
      expect(await ctx.db.$count(liveAnswers)).toBe(0)
    }))
})

test('a kept answer that names a seat no longer in the directory is passed over', () =>
  rolledBack(async (ctx) => {
    await lookUp(ctx, 'TN111ZZ')
    await ctx.db.delete(postcodeFacts).where(eq(postcodeFacts.constituencyCode, 'E14001465'))
    await ctx.db.delete(mps).where(eq(mps.constituencyCode, 'E14001465'))
    await ctx.db.delete(constituencies).where(eq(constituencies.code, 'E14001465'))
    played.asked = []
    expect(await lookUp(ctx, 'TN111ZZ')).toEqual({ kind: 'unavailable' })
    expect(played.asked).toHaveLength(2)
  }))

test('with both sources off nothing is known, and nothing is kept', () =>
  rolledBack(async (ctx) => {
    await lookUp(ctx, 'BR87RE')
    const off = { membersApiUrl: null, postcodesApiUrl: null }
    expect(await lookUpLive(ctx, off, 'BR87RE')).toEqual({ kind: 'unknown', unsure: true })
    expect(await lookUpLive(ctx, off, 'ZZ11ZZ')).toEqual({ kind: 'unknown', unsure: true })
    expect(await ctx.db.$count(liveAnswers)).toBe(1)
  }))

test('old answers are forgotten, and no others', () =>
  rolledBack(async (ctx) => {
    await lookUp(ctx, 'BR87RE')
    await lookUp(ctx, 'ZZ11ZZ')
    ctx.setNow(after(1))
    expect(await forgetOldResults(ctx)).toBe(1)
    ctx.setNow(after(30))
    expect(await forgetOldResults(ctx)).toBe(1)
    expect(await forgetOldResults(ctx)).toBe(0)
  }, NOON))
