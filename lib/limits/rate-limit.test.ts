import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { rateLimits } from '@/db/schema/index'
import { tablesHolding, testDatabase } from '@/db/testing'

/** The limits as a process with these settings has them. */
async function limits(settings: Record<string, string> = {}) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  vi.resetModules()
  return import('./rate-limit')
}

beforeEach(async () => {
  const db = await testDatabase()
  await db.delete(rateLimits)
})
afterEach(() => vi.unstubAllEnvs())

test('so many turns are allowed, then none until the span is over', async () => {
  const { takeTurn } = await limits({ LIMIT_RESEND: '3/2s' })
  const now = new Date()
  for (let turn = 0; turn < 3; turn++)
    expect(await takeTurn('resend', '203.0.113.7', now, false)).toEqual({ allowed: true })
  const refused = await takeTurn('resend', '203.0.113.7', now, false)
  expect(refused).toMatchObject({ allowed: false, retryAt: expect.any(Date) })
  const wait = refused.allowed ? 0 : refused.retryAt.getTime() - now.getTime()
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(2000)
  await new Promise((resolve) => setTimeout(resolve, wait + 50))
  expect(await takeTurn('resend', '203.0.113.7', new Date(), false)).toEqual({ allowed: true })
})

test('everybody, and every limit, has turns of their own', async () => {
  const { takeTurn } = await limits({ LIMIT_RESEND: '1/1h', LIMIT_SUBMIT: '1/1h' })
  const now = new Date()
  expect(await takeTurn('resend', '203.0.113.7', now, false)).toEqual({ allowed: true })
  expect(await takeTurn('resend', '203.0.113.8', now, false)).toEqual({ allowed: true })
  expect(await takeTurn('submit', '203.0.113.7', now, false)).toEqual({ allowed: true })
  expect(await takeTurn('submit-email', '203.0.113.7', now, false)).toEqual({ allowed: true })
  expect(await takeTurn('resend', '203.0.113.7', now, false)).toMatchObject({ allowed: false })
})

test('many at once do not get more turns than there are', async () => {
  const { takeTurn } = await limits({ LIMIT_LOOK_UP: '10/1h' })
  const taken = await Promise.all(
    Array.from({ length: 30 }, () => takeTurn('look-up', '203.0.113.7', new Date(), false)),
  )
  expect(taken.filter(({ allowed }) => allowed)).toHaveLength(10)
})

test('the table holds no address of a person or a machine, but a hash that is another one tomorrow', async () => {
  const db = await testDatabase()
  const { takeTurn } = await limits()
  const today = new Date('2026-11-10T23:59:59Z')
  await takeTurn('submit', '203.0.113.77', today, false)
  await takeTurn('submit-email', 'zuleika@example.org', today, false)
  for (const secret of ['203.0.113.77', 'zuleika', 'example.org'])
    expect(await tablesHolding({ db }, secret)).toEqual([])
  await takeTurn('submit', '203.0.113.77', new Date('2026-11-11T00:00:00Z'), false)
  const keys = (await db.select({ key: rateLimits.key }).from(rateLimits)).map(({ key }) => key)
  expect(keys).toHaveLength(3)
  for (const key of keys) expect(key).toMatch(/^submit(-email)?:[\w-]{43}$/)
})

test('where they are lifted all turns are allowed, and nothing is stored', async () => {
  const db = await testDatabase()
  const { takeTurn } = await limits({ LIMIT_RESEND: '1/1h' })
  for (let turn = 0; turn < 5; turn++)
    expect(await takeTurn('resend', '203.0.113.7', new Date(), true)).toEqual({ allowed: true })
  expect(await db.$count(rateLimits)).toBe(0)
})

test('a database that does not answer is no refusal: the fault rises', async () => {
  const db = await testDatabase()
  const { takeTurn } = await limits()
  await db.execute(sql`alter table rate_limits rename to rate_limits_away`)
  try {
    await expect(takeTurn('resend', '203.0.113.7', new Date(), false)).rejects.toThrow('rate_limits')
  } finally {
    await db.execute(sql`alter table rate_limits_away rename to rate_limits`)
  }
})
