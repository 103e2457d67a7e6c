import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { rateLimits } from '@/db/schema/index'
import { tablesHolding, testDatabase } from '@/db/testing'
import { env } from '@/lib/kernel/env'
import type { Env } from '@/lib/kernel/read-env'
import { testContext } from '@/lib/mailer/testing/context'
import type { LimitName } from './current-limits'
import { takeTurn } from './rate-limit'

/** Takes turns where the environment has these limits, at the real time unless told of another. */
async function turnsWith(limits: Partial<Env['limits']> = {}) {
  const ctx = testContext(await testDatabase(), new Date(), { env: { limits: { ...env().limits, ...limits } } })
  return (name: LimitName, who: string, now = new Date(), lifted = false) =>
    takeTurn({ ...ctx, now: () => now }, name, who, lifted)
}

const ONE_AN_HOUR = { points: 1, seconds: 3600 }

beforeEach(async () => {
  const db = await testDatabase()
  await db.delete(rateLimits)
})
afterEach(() => void vi.useRealTimers())

test('so many turns are allowed, then none until the span is over', async () => {
  const takeOne = await turnsWith({ resend: { points: 3, seconds: 2 } })
  // The package that counts has no clock but the machine's.
  vi.useFakeTimers({ toFake: ['Date'] })
  const now = new Date()
  for (let turn = 0; turn < 3; turn++) expect(await takeOne('resend', '203.0.113.7', now)).toEqual({ allowed: true })
  const refused = await takeOne('resend', '203.0.113.7', now)
  expect(refused).toMatchObject({ allowed: false, retryAt: expect.any(Date) })
  const wait = refused.allowed ? 0 : refused.retryAt.getTime() - now.getTime()
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(2000)
  vi.setSystemTime(now.getTime() + wait)
  expect(await takeOne('resend', '203.0.113.7')).toEqual({ allowed: true })
})

test('everybody, and every limit, has turns of their own', async () => {
  const takeOne = await turnsWith({ resend: ONE_AN_HOUR, submit: ONE_AN_HOUR })
  const now = new Date()
  expect(await takeOne('resend', '203.0.113.7', now)).toEqual({ allowed: true })
  expect(await takeOne('resend', '203.0.113.8', now)).toEqual({ allowed: true })
  expect(await takeOne('submit', '203.0.113.7', now)).toEqual({ allowed: true })
  expect(await takeOne('submit-email', '203.0.113.7', now)).toEqual({ allowed: true })
  expect(await takeOne('resend', '203.0.113.7', now)).toMatchObject({ allowed: false })
})

test('many at once do not get more turns than there are', async () => {
  const takeOne = await turnsWith({ 'look-up': { points: 10, seconds: 3600 } })
  const taken = await Promise.all(Array.from({ length: 30 }, () => takeOne('look-up', '203.0.113.7')))
  expect(taken.filter(({ allowed }) => allowed)).toHaveLength(10)
})

test('the table holds no address of a person or a machine, but a hash that is another one tomorrow', async () => {
  const db = await testDatabase()
  const takeOne = await turnsWith()
  const today = new Date('2026-11-10T23:59:59Z')
  await takeOne('submit', '203.0.113.77', today)
  await takeOne('submit-email', 'zuleika@example.org', today)
  for (const secret of ['203.0.113.77', 'zuleika', 'example.org'])
    expect(await tablesHolding({ db }, secret)).toEqual([])
  await takeOne('submit', '203.0.113.77', new Date('2026-11-11T00:00:00Z'))
  const keys = (await db.select({ key: rateLimits.key }).from(rateLimits)).map(({ key }) => key)
  expect(keys).toHaveLength(3)
  for (const key of keys) expect(key).toMatch(/^submit(-email)?:[\w-]{43}$/)
})

test('where they are lifted all turns are allowed, and nothing is stored', async () => {
  const db = await testDatabase()
  const takeOne = await turnsWith({ resend: ONE_AN_HOUR })
  for (let turn = 0; turn < 5; turn++)
    expect(await takeOne('resend', '203.0.113.7', new Date(), true)).toEqual({ allowed: true })
  expect(await db.$count(rateLimits)).toBe(0)
})

test('a database that does not answer is no refusal: the fault rises', async () => {
  const db = await testDatabase()
  const takeOne = await turnsWith()
  await db.execute(sql`alter table rate_limits rename to rate_limits_away`)
  try {
    await expect(takeOne('resend', '203.0.113.7')).rejects.toThrow('rate_limits')
  } finally {
    await db.execute(sql`alter table rate_limits_away rename to rate_limits`)
  }
})
