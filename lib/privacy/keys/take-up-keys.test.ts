import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dataKeys, workers } from '@/db/schema/index'
import { settings } from '@/db/schema/settings'
import { testDatabase } from '@/db/testing'
import { type TestContext, testContext } from '@/lib/mailer/testing/context'
import { keyId, oldKey, under } from './testing'

const NEW = 'bb'.repeat(32)
let ctx: TestContext

beforeEach(async () => {
  ctx = testContext(await testDatabase())
  await ctx.db.delete(dataKeys)
  await ctx.db.delete(settings)
  await ctx.db.delete(workers)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

test('an empty installation takes any key, and remembers it before anything is sealed', async () => {
  const { takeUpKeys, keysFault } = await under(NEW)
  await takeUpKeys(ctx)
  await takeUpKeys(ctx)
  expect(await ctx.db.select({ id: dataKeys.id }).from(dataKeys)).toEqual([{ id: keyId(NEW) }])
  expect(await keysFault(ctx)).toBeNull()
})

test('a key that does not open what is stored is refused in one line, and is not remembered', async () => {
  await sealedUnderOld()
  const { takeUpKeys, keysFault } = await under(NEW)
  expect(await keysFault(ctx)).toEqual({ missing: [keyId(oldKey())] })
  const refusal = await takeUpKeys(ctx).catch((error: Error) => error.message)
  expect(refusal).toMatch(
    new RegExp(
      `^The data keys do not open what is stored: .*key ${keyId(oldKey())}, and DATA_KEYS does not have it\\..*$`,
    ),
  )
  expect(await ctx.db.$count(dataKeys)).toBe(1)
})

test('a new key before the old one is taken up, and both are asked for from then on', async () => {
  await sealedUnderOld()
  await (await under(`${NEW},${oldKey()}`)).takeUpKeys(ctx)
  expect(await (await under(oldKey())).keysFault(ctx)).toEqual({ missing: [keyId(NEW)] })
})

test('a key that seals nothing any more can be left out, and is forgotten then', async () => {
  await sealedUnderOld()
  const both = await under(`${NEW},${oldKey()}`)
  await both.takeUpKeys(ctx)
  await both.reseal(ctx)
  const alone = await under(NEW)
  await alone.takeUpKeys(ctx)
  expect(await ctx.db.select({ id: dataKeys.id }).from(dataKeys)).toEqual([{ id: keyId(NEW) }])
  expect(await alone.keysFault(ctx)).toBeNull()
})

test('a look-up key that was tampered with is a fault of its own', async () => {
  await sealedUnderOld()
  // The first letter of what is sealed: none of its bits is spare, as some of the last one's are.
  const [form, key, nonce, [first = '', ...rest] = ''] = String((await ctx.db.select().from(settings))[0]?.value).split(
    '.',
  )
  const changed = [form, key, nonce, (first === 'A' ? 'B' : 'A') + rest.join('')].join('.')
  await ctx.db.update(settings).set({ value: changed })
  const { takeUpKeys, keysFault } = await under(oldKey())
  expect(await keysFault(ctx)).toBe('lookup-key')
  await expect(takeUpKeys(ctx)).rejects.toThrow(/look-up key does not open/)
})

test('a worker that does not seal under the newest key is late while it is heard of', async () => {
  const sign = (keyIds: string[], secondsAgo: number) =>
    ctx.db.insert(workers).values({
      id: crypto.randomUUID(),
      queueIds: [],
      keyIds,
      seenAt: sql`clock_timestamp() - make_interval(secs => ${secondsAgo})`,
    })
  const { lateProcesses } = await under(`${NEW},${oldKey()}`)
  await sign([keyId(NEW), keyId(oldKey())], 1)
  await sign([keyId(oldKey())], 80)
  expect(await lateProcesses(ctx)).toBe(0)
  await sign([keyId(oldKey())], 1)
  await sign([keyId(oldKey()), keyId(NEW)], 1)
  await sign([], 1)
  expect(await lateProcesses(ctx)).toBe(3)
})

/** An installation of which something is sealed under the tests' own key. */
async function sealedUnderOld(): Promise<void> {
  const { takeUpKeys, lookupHash } = await under(oldKey())
  await takeUpKeys(ctx)
  await lookupHash(ctx, 'anna@example.org')
}
