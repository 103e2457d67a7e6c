import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { settings } from '@/db/schema/settings'
import { testDatabase } from '@/db/testing'
import { rolledBack, type TestContext, testContext } from '@/lib/mailer/testing/context'

const OLD = 'aa'.repeat(32)
const NEW = 'bb'.repeat(32)

/** The hash as a process that has just started with these keys gives it. */
async function hashIn(ctx: TestContext, value: string, keys = OLD): Promise<string> {
  vi.stubEnv('DATA_KEYS', keys)
  vi.resetModules()
  const { lookupHash } = await import('./lookup-hash')
  return lookupHash(ctx, value)
}

beforeEach(async () => {
  const db = await testDatabase()
  await db.delete(settings)
})
afterEach(() => vi.unstubAllEnvs())

test('the same value has the same hash, also after a restart and after the data keys were rotated', () =>
  rolledBack(async (ctx) => {
    const hash = await hashIn(ctx, 'anna@example.org')
    expect(hash).toMatch(/^[\w-]{43}$/)
    expect(await hashIn(ctx, 'anna@example.org')).toBe(hash)
    expect(await hashIn(ctx, 'anna@example.org', `${NEW},${OLD}`)).toBe(hash)
    expect(await hashIn(ctx, 'anne@example.org')).not.toBe(hash)
  }))

test('another installation has other hashes', async () => {
  const hashes: string[] = []
  for (const _installation of [1, 2]) {
    await rolledBack(async (ctx) => {
      hashes.push(await hashIn(ctx, 'anna@example.org'))
    })
  }
  expect(hashes[0]).not.toBe(hashes[1])
})

test('the key stands sealed in the database', () =>
  rolledBack(async (ctx) => {
    await hashIn(ctx, 'anna@example.org')
    const [row] = await ctx.db.select().from(settings).where(eq(settings.name, 'lookup_key'))
    expect(row?.value).toMatch(/^2\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]+$/)
    await expect(hashIn(ctx, 'anna@example.org', NEW)).rejects.toThrow('to open a sealed lookup-key')
  }))

test('of several processes that start at once, all use one key', async () => {
  const db = await testDatabase()
  vi.stubEnv('DATA_KEYS', OLD)
  const hashes = await Promise.all(
    Array.from({ length: 6 }, async () => {
      vi.resetModules()
      const { lookupHash } = await import('./lookup-hash')
      return lookupHash(testContext(db), 'anna@example.org')
    }),
  )
  expect(new Set(hashes).size).toBe(1)
  expect(await hashIn(testContext(db), 'anna@example.org')).toBe(hashes[0])
})

test('a key that went with a transaction that was rolled back is not used afterwards', async () => {
  const db = await testDatabase()
  vi.stubEnv('DATA_KEYS', OLD)
  vi.resetModules()
  const { lookupHash } = await import('./lookup-hash')
  await rolledBack(async (ctx) => {
    const [one, again] = [await lookupHash(ctx, 'anna@example.org'), await lookupHash(ctx, 'anna@example.org')]
    expect(again).toBe(one)
  })
  const hash = await lookupHash(testContext(db), 'anna@example.org')
  expect(await hashIn(testContext(db), 'anna@example.org')).toBe(hash)
})
